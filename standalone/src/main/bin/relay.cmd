@echo off
rem relay GOAL [--PARAMETER VALUE ...]: a goal of relay-maven-plugin, with the Maven that lies beside.
setlocal DisableDelayedExpansion
set "RELAY_JAVA=java"
if defined JAVA_HOME set "RELAY_JAVA=%JAVA_HOME%\bin\java"
"%RELAY_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Drelay.home=%~dp0.." -jar "%~dp0..\lib\relay.jar" %*
exit /b %ERRORLEVEL%
