package org.relaycheck.standin.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads expressions, in which a word is an operator, and arguments, in which it is a value. */
final class Expressions {

  private final Source source;
  private final Shell shell;
  private final Supplier<Node> pipeline;
  private final Supplier<List<Node.Statement>> statements;

  Expressions(
      Source source,
      Shell shell,
      Supplier<Node> pipeline,
      Supplier<List<Node.Statement>> statements) {
    this.source = source;
    this.shell = shell;
    this.pipeline = pipeline;
    this.statements = statements;
  }

  Node expression() {
    Node left = comparison();
    while (true) {
      source.blanks();
      if (operator("and")) {
        Node a = left;
        Node b = comparison();
        left = scope -> Values.truth(a.value(scope)) && Values.truth(b.value(scope));
      } else if (operator("or")) {
        Node a = left;
        Node b = comparison();
        left = scope -> Values.truth(a.value(scope)) || Values.truth(b.value(scope));
      } else {
        return left;
      }
    }
  }

  private boolean operator(String word) {
    if (!Characters.dash(source.peek()) || !Character.isLetter(source.peek(1))) {
      return false;
    }
    if (!source.looksAt("-" + word) || Character.isLetter(source.peek(word.length() + 1))) {
      return false;
    }
    return source.take("-" + word);
  }

  private Node comparison() {
    Node left = sum();
    source.blanks();
    if (operator("eq")) {
      Node right = sum();
      return scope -> Values.equal(left.value(scope), right.value(scope));
    }
    if (operator("ne")) {
      Node right = sum();
      return scope -> !Values.equal(left.value(scope), right.value(scope));
    }
    if (operator("gt")) {
      Node right = sum();
      return scope -> (Long) left.value(scope) > (Long) right.value(scope);
    }
    if (operator("lt")) {
      Node right = sum();
      return scope -> (Long) left.value(scope) < (Long) right.value(scope);
    }
    return left;
  }

  private Node sum() {
    Node left = unary();
    source.blanks();
    while (source.take("+")) {
      Node a = left;
      Node b = unary();
      left = scope -> Values.add(a.value(scope), b.value(scope));
      source.blanks();
    }
    return left;
  }

  private Node unary() {
    source.blanks();
    if (operator("not")) {
      Node value = unary();
      return scope -> !Values.truth(value.value(scope));
    }
    if (Characters.dash(source.peek()) && Character.isDigit(source.peek(1))) {
      source.next();
      Node number = postfix(primary());
      return scope -> -(Long) number.value(scope);
    }
    if (source.peek() == '[') {
      String type = type();
      if (source.looksAt("::")) {
        return postfix(staticMember(type));
      }
      source.blanks();
      if (Characters.singleQuote(source.peek())
          || "$([@".indexOf(source.peek()) >= 0
          || Character.isDigit(source.peek())) {
        Node value = unary();
        return scope -> Values.cast(type, value.value(scope));
      }
      return scope -> new Values.Type(type);
    }
    return postfix(primary());
  }

  private String type() {
    source.expect("[");
    StringBuilder name = new StringBuilder(source.name());
    while (source.take(".")) {
      name.append('.').append(source.name());
    }
    if (source.take("[]")) {
      name.append("[]");
    }
    source.expect("]");
    return name.toString();
  }

  private Node staticMember(String type) {
    source.expect("::");
    String member = source.name();
    if (source.peek() != '(') {
      return scope -> Values.staticProperty(type, member);
    }
    List<Node> arguments = arguments();
    return scope -> Values.call(type, member, values(arguments, scope));
  }

  private List<Node> arguments() {
    source.expect("(");
    List<Node> arguments = new ArrayList<>();
    source.lines();
    while (!source.take(")")) {
      arguments.add(expression());
      source.lines();
      if (source.take(",")) {
        source.lines();
      }
    }
    return arguments;
  }

  private static List<Object> values(List<Node> nodes, Scope scope) {
    List<Object> values = new ArrayList<>();
    nodes.forEach(node -> values.add(node.value(scope)));
    return values;
  }

  /** A value as an argument of a command: what follows it must part it from the next. */
  Node argument() {
    Node value = postfix(primary());
    char after = source.peek();
    boolean ends =
        source.atEnd()
            || Characters.blank(after)
            || Characters.lineEnd(after)
            || ")};".indexOf(after) >= 0;
    if (!ends) {
      throw source.strange("an argument goes on");
    }
    return value;
  }

  Node primary() {
    char c = source.peek();
    if (Characters.singleQuote(c)) {
      String text = source.singleQuoted();
      return scope -> text;
    }
    if (c == '$') {
      return variable();
    }
    if (Character.isDigit(c)) {
      long number = Long.parseLong(source.name());
      return scope -> number;
    }
    if (c == '(') {
      source.next();
      source.lines();
      Node value = pipeline.get();
      source.lines();
      source.expect(")");
      return value;
    }
    if (source.take("@{")) {
      return table();
    }
    if (source.take("@(")) {
      return array();
    }
    throw source.strange("not an expression of the subset");
  }

  private Node variable() {
    source.next();
    String name = source.name();
    return switch (name) {
      case "true" -> scope -> true;
      case "false" -> scope -> false;
      case "null" -> scope -> null;
      default -> scope -> scope.get(name);
    };
  }

  private Node table() {
    List<String> keys = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    source.lines();
    while (!source.take("}")) {
      keys.add(source.name());
      source.blanks();
      source.expect("=");
      source.blanks();
      values.add(pipeline.get());
      source.lines();
    }
    return scope -> {
      Hash hash = new Hash();
      for (int i = 0; i < keys.size(); i++) {
        hash.put(keys.get(i), values.get(i).value(scope));
      }
      return hash;
    };
  }

  /** A list of expressions, or what a command puts out. */
  private Node array() {
    source.lines();
    if (source.take(")")) {
      return scope -> new Array(List.of());
    }
    if (Character.isLetter(source.peek())) {
      List<Node.Statement> body = statements.get();
      source.expect(")");
      return scope -> {
        Output output = new Output();
        body.forEach(statement -> statement.run(scope, output));
        return new Array(output.elements());
      };
    }
    List<Node> elements = new ArrayList<>();
    do {
      source.lines();
      elements.add(expression());
      source.lines();
    } while (source.take(","));
    source.expect(")");
    return scope -> {
      List<Object> values = values(elements, scope);
      if (elements.size() == 1) {
        Output output = new Output();
        output.add(values.get(0));
        return new Array(output.elements());
      }
      return new Array(values);
    };
  }

  private Node postfix(Node start) {
    Node value = start;
    while (true) {
      Node target = value;
      if (source.peek() == '.' && Character.isLetter(source.peek(1))) {
        source.next();
        String member = source.name();
        if (source.peek() != '(') {
          value = scope -> Values.property(target.value(scope), member);
        } else {
          List<Node> arguments = arguments();
          value = scope -> shell.call(target.value(scope), member, values(arguments, scope));
        }
      } else if (source.peek() == '[') {
        source.next();
        Node key = expression();
        source.expect("]");
        value = scope -> Values.index(target.value(scope), key.value(scope));
      } else {
        return value;
      }
    }
  }
}
