package org.relaycheck.standin.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads statements of the subset; anything else is {@link Strange}. */
final class Parser {

  private final Source source;
  private final Shell shell;
  private final Expressions expressions;

  Parser(String text, Shell shell) {
    this.source = new Source(text);
    this.shell = shell;
    this.expressions = new Expressions(source, shell, this::pipeline, this::statements);
  }

  /** The whole script. */
  List<Node.Statement> script() {
    source.lines();
    if (source.take("[CmdletBinding(SupportsShouldProcess=$true)]")) {
      source.lines();
      if (!source.keyword("param")) {
        throw source.strange("expected the parameters");
      }
      parameters().forEach(shell::declare);
    }
    List<Node.Statement> all = statements();
    if (!source.atEnd()) {
      throw source.strange("not a statement of the subset");
    }
    return all;
  }

  /** The parameters of a script or a function. */
  record Parameter(String type, String name, Node initial) {}

  private List<Parameter> parameters() {
    source.blanks();
    source.expect("(");
    List<Parameter> all = new ArrayList<>();
    source.lines();
    while (!source.take(")")) {
      String type = "";
      if (source.take("[")) {
        type = source.name();
        source.expect("]");
      }
      source.expect("$");
      String name = source.name();
      source.blanks();
      Node initial = scope -> null;
      if (source.take("=")) {
        initial = expressions.expression();
      }
      all.add(new Parameter(type, name, initial));
      source.lines();
      if (source.take(",")) {
        source.lines();
      }
    }
    return all;
  }

  private List<Node.Statement> statements() {
    List<Node.Statement> all = new ArrayList<>();
    source.lines();
    while (!source.atEnd() && source.peek() != '}' && source.peek() != ')') {
      all.add(statement());
      source.blanks();
      char c = source.peek();
      if (!source.atEnd() && !Characters.lineEnd(c) && ";})#".indexOf(c) < 0) {
        throw source.strange("a statement goes on");
      }
      source.lines();
    }
    return all;
  }

  private List<Node.Statement> block() {
    source.lines();
    source.expect("{");
    List<Node.Statement> body = statements();
    source.expect("}");
    return body;
  }

  private Node.Statement statement() {
    if (source.keyword("function")) {
      return function();
    }
    if (source.keyword("if")) {
      return condition();
    }
    if (source.keyword("foreach")) {
      return loop();
    }
    if (source.keyword("try")) {
      return attempt();
    }
    if (source.keyword("return")) {
      return back();
    }
    if (source.keyword("throw")) {
      source.blanks();
      Node message = expressions.expression();
      return (scope, output) -> {
        throw new Fault(Values.text(message.value(scope)));
      };
    }
    if (source.keyword("exit")) {
      source.blanks();
      Node code = expressions.expression();
      return (scope, output) -> {
        throw Jump.exit((Long) code.value(scope));
      };
    }
    return Character.isLetter(source.peek()) ? command() : assignment();
  }

  private Node.Statement function() {
    source.blanks();
    String name = commandName();
    source.blanks();
    List<Parameter> parameters = source.peek() == '(' ? parameters() : List.of();
    List<Node.Statement> body = block();
    return (scope, output) -> shell.define(name, new Shell.Function(parameters, body));
  }

  private Node.Statement condition() {
    Node test = test();
    List<Node.Statement> then = block();
    source.blanks();
    Node.Statement other = (scope, output) -> {};
    if (source.keyword("elseif")) {
      other = condition();
    } else if (source.keyword("else")) {
      List<Node.Statement> otherwise = block();
      other = (scope, output) -> Shell.run(otherwise, scope, output);
    }
    Node.Statement last = other;
    return (scope, output) -> {
      if (Values.truth(test.value(scope))) {
        Shell.run(then, scope, output);
      } else {
        last.run(scope, output);
      }
    };
  }

  private Node test() {
    source.blanks();
    source.expect("(");
    Node test = pipeline();
    source.blanks();
    source.expect(")");
    return test;
  }

  private Node.Statement loop() {
    source.blanks();
    source.expect("(");
    source.expect("$");
    String name = source.name();
    source.blanks();
    if (!source.keyword("in")) {
      throw source.strange("expected in");
    }
    source.blanks();
    Node all = pipeline();
    source.expect(")");
    List<Node.Statement> body = block();
    return (scope, output) -> {
      // as PowerShell 2.0 does it: nothing is one element
      Object value = all.value(scope);
      List<?> elements = value instanceof List<?> list ? new ArrayList<>(list) : single(value);
      for (Object element : elements) {
        scope.set(name, element);
        Shell.run(body, scope, output);
      }
    };
  }

  private static List<Object> single(Object value) {
    List<Object> one = new ArrayList<>();
    one.add(value);
    return one;
  }

  private Node.Statement attempt() {
    List<Node.Statement> body = block();
    source.blanks();
    if (!source.keyword("catch")) {
      throw source.strange("expected catch");
    }
    List<Node.Statement> rescue = block();
    return (scope, output) -> {
      try {
        Shell.run(body, scope, output);
      } catch (Fault fault) {
        Hash message = new Hash().put("Message", fault.getMessage());
        scope.set("_", Thing.of(new Hash().put("Exception", Thing.of(message))));
        Shell.run(rescue, scope, output);
      }
    };
  }

  private Node.Statement back() {
    source.blanks();
    if (Characters.lineEnd(source.peek()) || source.peek() == '}') {
      return (scope, output) -> {
        throw Jump.back();
      };
    }
    Node value = pipeline();
    return (scope, output) -> {
      output.add(value.value(scope));
      throw Jump.back();
    };
  }

  /** An assignment, or an expression whose value is put out. */
  private Node.Statement assignment() {
    Node.Statement set = source.peek() == '$' ? target() : null;
    if (set != null) {
      return set;
    }
    Node value = expressions.expression();
    return (scope, output) -> output.add(value.value(scope));
  }

  /** After a variable, perhaps with an index: is set here, or is the beginning of an expression. */
  private Node.Statement target() {
    int mark = source.mark();
    source.next();
    String name = source.name();
    Node key = null;
    if (source.peek() == '[') {
      source.next();
      key = expressions.expression();
      source.expect("]");
    }
    source.blanks();
    if (source.peek() != '=') {
      source.back(mark);
      return null;
    }
    source.next();
    source.blanks();
    Node value = pipeline();
    Node index = key;
    if (index == null) {
      return (scope, output) -> scope.set(name, value.value(scope));
    }
    return (scope, output) ->
        ((Hash) scope.get(name)).put((String) index.value(scope), value.value(scope));
  }

  private Node pipeline() {
    source.blanks();
    if (!Character.isLetter(source.peek())) {
      return expressions.expression();
    }
    Node.Statement command = command();
    return scope -> {
      Output output = new Output();
      command.run(scope, output);
      return output.value();
    };
  }

  private Node.Statement command() {
    String name = commandName();
    Command command = new Command(name);
    source.blanks();
    while (!endsCommand()) {
      if (Characters.dash(source.peek()) && Character.isLetter(source.peek(1))) {
        source.next();
        String parameter = source.name();
        boolean joined = source.take(":");
        source.blanks();
        boolean bare = !joined && (endsCommand() || Characters.dash(source.peek()) || splat());
        if (name.equals("Set-StrictMode") && parameter.equals("Version")) {
          String version = typeName();
          command.named(parameter, scope -> version);
        } else {
          command.named(parameter, bare ? scope -> true : expressions.argument());
        }
      } else if (splat()) {
        source.next();
        String table = source.name();
        command.splatted(scope -> scope.get(table));
      } else if (name.equals("New-Object") && Character.isLetter(source.peek())) {
        String type = typeName();
        command.positional(scope -> type);
      } else {
        command.positional(expressions.argument());
      }
      source.blanks();
    }
    return (scope, output) -> shell.command(command, scope, output);
  }

  private String commandName() {
    String name = source.name();
    while (source.peek() == '-') {
      source.next();
      name = name + "-" + source.name();
    }
    return name;
  }

  private boolean splat() {
    return source.peek() == '@' && Character.isLetter(source.peek(1));
  }

  private String typeName() {
    StringBuilder name = new StringBuilder(source.name());
    while (source.take(".")) {
      name.append('.').append(source.name());
    }
    return name.toString();
  }

  private boolean endsCommand() {
    char c = source.peek();
    return source.atEnd() || Characters.lineEnd(c) || c == ')' || c == '}' || c == ';';
  }
}
