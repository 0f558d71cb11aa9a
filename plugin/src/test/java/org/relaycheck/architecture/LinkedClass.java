package org.relaycheck.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares and uses.
 *
 * @param name with slashes
 * @param isAbstract whether it is an interface or an abstract class
 * @param supers its superclass, then its interfaces
 * @param declared members that have a body, and fields
 * @param toImplement members that have none
 * @param used members of any class
 */
record LinkedClass(
    String name,
    boolean isAbstract,
    List<String> supers,
    Set<String> declared,
    Set<String> toImplement,
    Set<Use> used) {

  /** A member as a class names it; {@code show (I)V} or {@code size I}. */
  record Use(String owner, String member) {}

  static LinkedClass of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Visitor visitor = new Visitor();
    reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    @Nullable String above = reader.getSuperName();
    return new LinkedClass(
        reader.getClassName(),
        (reader.getAccess() & Opcodes.ACC_ABSTRACT) != 0,
        Stream.concat(Stream.ofNullable(above), Stream.of(reader.getInterfaces())).toList(),
        visitor.declared,
        visitor.toImplement,
        visitor.used);
  }

  /** Collects members and uses. */
  private static final class Visitor extends ClassVisitor {

    private final Set<String> declared = new HashSet<>();
    private final Set<String> toImplement = new HashSet<>();
    private final Set<Use> used = new HashSet<>();

    Visitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      declared.add(name + " " + descriptor);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      ((access & Opcodes.ACC_ABSTRACT) != 0 ? toImplement : declared).add(name + " " + descriptor);
      return new MethodVisitor(Opcodes.ASM9) {

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String type, boolean isInterface) {
          used.add(new Use(owner, method + " " + type));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          used.add(new Use(owner, field + " " + type));
        }

        @Override
        public void visitInvokeDynamicInsn(
            String method, String type, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
              used.add(new Use(handle.getOwner(), handle.getName() + " " + handle.getDesc()));
            }
          }
        }
      };
    }
  }
}
