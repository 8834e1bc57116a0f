package no.utfall.build;

/** Is told how a build goes, node by node; always from one thread at a time. */
public interface Progress {

  Progress SILENT = new Progress() {
    @Override
    public void started(Node node) {}

    @Override
    public void done(Outcome.Built built) {}
  };

  void started(Node node);

  void done(Outcome.Built built);
}
