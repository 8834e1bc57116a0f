@echo off
rem utfall from a clone on Windows: needs a JDK 17 or newer (JAVA_HOME or PATH) and Maven; builds once, then runs.
setlocal
set "home=%~dp0.."
set "jar=%home%\target\utfall.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
where "%java%" >nul 2>nul || if not exist "%java%.exe" (
  echo utfall: needs a JDK 17 or newer. Install one, for example  winget install EclipseAdoptium.Temurin.17.JDK 1>&2
  exit /b 7
)
if not exist "%jar%" (
  where mvn >nul 2>nul || (
    echo utfall: needs Maven to build once. Install it, for example  winget install Apache.Maven 1>&2
    exit /b 7
  )
  echo utfall: building, once; the first time also fetches libraries 1>&2
  pushd "%home%"
  call mvn -B -q -ntp -Dquick -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (popd & exit /b 7)
  popd
)
if not exist "%home%\target\utfall.jsa" (
  "%java%" -XX:+UseSerialGC -XX:DumpLoadedClassList="%home%\target\classes.lst" -cp "%jar%" no.utfall.cli.Main help >nul 2>nul
  "%java%" -XX:+UseSerialGC -Xshare:dump -XX:SharedClassListFile="%home%\target\classes.lst" -XX:SharedArchiveFile="%home%\target\utfall.jsa" -cp "%jar%" >nul 2>nul
)
"%java%" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:PretenureSizeThreshold=1m -XX:InitialRAMPercentage=6 -Xmn32m -Xshare:auto -XX:SharedArchiveFile="%home%\target\utfall.jsa" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Djava.awt.headless=true %UTFALL_JAVA_OPTS% -cp "%jar%" no.utfall.cli.Main %*
exit /b %errorlevel%
