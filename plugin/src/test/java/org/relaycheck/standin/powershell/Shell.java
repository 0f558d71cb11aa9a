package org.relaycheck.standin.powershell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs scripts in exactly the subset of PowerShell that the plugin writes, as PowerShell 2.0 would:
 * what is not of the subset, and what a script puts out by mistake, is {@link Strange}.
 */
public final class Shell {

  private final Cmdlets system;
  private final Hash switches;
  private final Scope global = new Scope(null);
  private final Map<String, Function> functions = new HashMap<>();
  private final StringBuilder said = new StringBuilder();

  /** A function of a script. */
  record Function(List<Parser.Parameter> parameters, List<Node.Statement> body) {}

  /** What became of a script. */
  public record Result(long code, String said) {}

  private Shell(Cmdlets system, Hash switches) {
    this.system = system;
    this.switches = switches;
    global.set("WhatIfPreference", switches.has("WhatIf") && Values.truth(switches.get("WhatIf")));
  }

  /** Runs a script with switches and parameters by name. */
  public static Result run(String script, Cmdlets system, Hash switches) {
    return run(script, system, switches, Caller.FILE);
  }

  /** Who runs a script. */
  public enum Caller {
    /** Its name. */
    FILE("ExternalScript"),
    /** {@code Invoke-Command -FilePath}, which sends its text as a block. */
    REMOTE("Script"),
    /** {@code Invoke-Command -ScriptBlock}, which gives a block no cmdlet of its own. */
    BLOCK("Script");

    private final String type;

    Caller(String type) {
      this.type = type;
    }

    private void declare(Scope scope) {
      Hash command = new Hash().put("CommandType", new Thing(type, new Hash()));
      Hash invocation = new Hash().put("MyCommand", Thing.of(command));
      Hash cmdlet = new Hash().put("MyInvocation", Thing.of(invocation));
      scope.set("PSCmdlet", this == BLOCK ? null : Thing.of(cmdlet));
    }
  }

  /**
   * Runs a script for a caller.
   *
   * @return with the code -1 if the script left the session as it was, without an exit
   */
  public static Result run(String script, Cmdlets system, Hash switches, Caller caller) {
    Shell shell = new Shell(system, switches);
    caller.declare(shell.global);
    Output output = new Output();
    long code = -1;
    try {
      run(new Parser(script, shell).script(), shell.global, output);
    } catch (Jump jump) {
      code = jump.code;
    } catch (Fault fault) {
      throw new Strange("nobody caught: " + fault.getMessage());
    }
    if (!output.elements().isEmpty()) {
      throw new Strange("the script put out " + output.elements());
    }
    return new Result(code, shell.said.toString());
  }

  /** The values that a command gets which is called with this text as its arguments. */
  public static List<Object> arguments(String text) {
    List<Object> got = new ArrayList<>();
    Shell shell = new Shell(null, new Hash());
    Parser parser = new Parser("Probe " + text, shell);
    shell.define("Probe", new Function(List.of(), List.of()));
    shell.probe = got;
    run(parser.script(), shell.global, new Output());
    return got;
  }

  /** The value of an expression. */
  public static Object value(String text) {
    Shell shell = new Shell(null, new Hash());
    Output output = new Output();
    run(new Parser("$x = " + text + "\n$x", shell).script(), shell.global, output);
    return output.elements().size() == 1 ? output.elements().get(0) : output.elements();
  }

  private List<Object> probe = null;

  static void run(List<Node.Statement> body, Scope scope, Output output) {
    body.forEach(statement -> statement.run(scope, output));
  }

  void declare(Parser.Parameter parameter) {
    boolean flag = parameter.type().equals("switch");
    Object value =
        switches.has(parameter.name())
            ? switches.get(parameter.name())
            : flag ? Boolean.FALSE : parameter.initial().value(global);
    global.set(parameter.name(), value);
  }

  void define(String name, Function function) {
    functions.put(name.toUpperCase(Locale.ROOT), function);
  }

  Object call(Object target, String method, List<Object> arguments) {
    if (method.equals("ShouldProcess") && target instanceof Thing) {
      return true;
    }
    return Values.call(target, method, arguments, system);
  }

  void command(Command command, Scope scope, Output output) {
    Function function = functions.get(command.name().toUpperCase(Locale.ROOT));
    if (probe != null) {
      probe.addAll(command.values(scope));
    } else if (function != null) {
      if (!command.parameters(scope).names().isEmpty()) {
        throw new Strange("a named argument of " + command.name());
      }
      call(function, command, scope, output);
    } else {
      builtIn(command, scope, output);
    }
  }

  private void call(Function function, Command command, Scope scope, Output output) {
    List<Object> values = command.values(scope);
    if (values.size() > function.parameters().size()) {
      throw new Strange("too many arguments of " + command.name());
    }
    Scope own = new Scope(scope);
    int i = 0;
    for (Parser.Parameter parameter : function.parameters()) {
      Object value = i < values.size() ? values.get(i) : null;
      own.set(
          parameter.name(),
          parameter.type().isEmpty() ? value : Values.cast(parameter.type(), value));
      i++;
    }
    try {
      run(function.body(), own, output);
    } catch (Jump jump) {
      if (jump.script) {
        throw jump;
      }
    }
  }

  private void builtIn(Command command, Scope scope, Output output) {
    List<Object> values = command.values(scope);
    Hash parameters = command.parameters(scope);
    switch (command.name()) {
      case "Set-StrictMode":
        return;
      case "Write-Host":
        said.append(Values.text(values.get(0))).append('\n');
        return;
      case "Write-Verbose":
        return;
      case "Get-Command":
        if (system.has((String) parameters.get("Name"))) {
          output.addWhole(parameters.get("Name"));
        }
        return;
      case "New-Object":
        output.addWhole(made(values));
        return;
      default:
        if (!values.isEmpty()) {
          throw new Strange("a positional argument of " + command.name());
        }
        system.run(command.name(), parameters).forEach(output::addWhole);
    }
  }

  private static Object made(List<Object> values) {
    return switch ((String) values.get(0)) {
      case "Collections.ArrayList" -> new ArrayList<>();
      case "Security.Principal.NTAccount" -> new Values.Account((String) values.get(1), false);
      case "Security.Principal.SecurityIdentifier" ->
          new Values.Account((String) values.get(1), true);
      default -> throw new Strange("no object " + values.get(0));
    };
  }
}
