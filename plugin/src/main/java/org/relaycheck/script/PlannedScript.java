package org.relaycheck.script;

/**
 * A script that was written, and how it is run.
 *
 * @param server the name of the server that it is for
 * @param fileName in the folder of the run; the rollback has the same name in {@code rollback}
 * @param command a line that does nothing that needs a switch
 * @param undo the same of its rollback, in the folder of that
 * @param together whether {@code all.ps1} runs it too
 */
public record PlannedScript(
    String server, String fileName, String command, String undo, boolean together) {}
