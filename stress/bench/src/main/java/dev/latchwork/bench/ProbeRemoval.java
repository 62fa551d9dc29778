package dev.latchwork.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites the implementation's classes so that they do not call their probe at all: the state that a probe which is
 * switched off is compared with.
 */
final class ProbeRemoval {
    private static final String PROBE = "dev/latchwork/aio/probe/Probe";

    private int removed;

    /** Calls that were removed. */
    int removed() {
        return removed;
    }

    /**
     * Writes the classes of {@code jar} below {@code folder}.
     *
     * @param remove false: writes them as they are, by the same way
     */
    void rewrite(Path jar, Path folder, boolean remove) throws IOException {
        try (JarFile classes = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = classes.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = classes.getInputStream(entry).readAllBytes();
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, remove ? withoutProbe(bytes) : bytes);
                }
            }
        }
    }

    private byte[] withoutProbe(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new CallRemover(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Takes the arguments from the stack instead of calling, and puts there what a probe that is off returns. */
    private final class CallRemover extends MethodVisitor {
        CallRemover(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (!owner.equals(PROBE) || opcode != Opcodes.INVOKEINTERFACE) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            Type[] arguments = Type.getArgumentTypes(descriptor);
            for (int i = arguments.length - 1; i >= 0; i--) {
                super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
            super.visitInsn(Opcodes.POP);
            pushResult(Type.getReturnType(descriptor));
            removed++;
        }

        private void pushResult(Type result) {
            switch (result.getSort()) {
                case Type.VOID -> {}
                case Type.LONG -> super.visitInsn(Opcodes.LCONST_0);
                default -> throw new IllegalStateException("a probe's call that returns " + result);
            }
        }
    }
}
