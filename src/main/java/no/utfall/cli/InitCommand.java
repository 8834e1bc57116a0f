package no.utfall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.utfall.build.Starter;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;

/** {@code utfall init DIR}: a small project that builds as it stands, to be changed. */
final class InitCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "init",
        Text.of(
            "Start et prosjekt som kan bygges som det er",
            "Start eit prosjekt som kan byggjast som det er",
            "Start a project that builds as it stands"),
        "DIR",
        1,
        1,
        List.of(),
        List.of("utfall init my-project", "utfall build -p my-project"));
  }

  @Override
  public int run(Call call) throws IOException {
    Path dir = Path.of(call.positionals().get(0));
    Map<String, byte[]> files = Starter.files();
    for (String name : files.keySet()) {
      if (Files.exists(dir.resolve(name))) {
        throw new Refusal(
            Fault.READ_WRITE,
            Finding.error(
                "E116",
                Location.ofFile(dir.resolve(name).toString()),
                "",
                "there is already a file " + name + " in " + dir,
                "name another folder; nothing was written"));
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = dir.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Results.replace(path, file.getValue());
    }
    if (!call.flag("quiet")) {
      call.console().err().println("wrote " + String.join(", ", files.keySet()) + " to " + dir);
      call.console().err().println("next:  utfall build -p " + dir);
    }
    return 0;
  }
}
