package dev.latchwork.report;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds the lines in which the implementation declares its methods, by the compiler's own parser, so that no comment or
 * call is taken for a declaration. Confined to its thread.
 */
final class SourceLines {
    private static final Path SOURCES = Path.of("impl", "src", "main", "java", "dev", "latchwork", "aio");

    private final Path root;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Map<String, Map<String, Integer>> linesByFile = new HashMap<>();

    /**
     * A line of a file.
     *
     * @param file relative to the project's root, with forward slashes
     * @param number from 1
     */
    record Line(String file, int number) {}

    SourceLines(Path root) {
        this.root = root;
    }

    /**
     * The first declaration of a method such as {@code worker.IoWorker#reopen}; empty if there is none, or no compiler to ask.
     *
     * @throws UncheckedIOException if its file cannot be read
     */
    Optional<Line> find(String method) {
        int hash = method.indexOf('#');
        if (hash < 0 || compiler == null) {
            return Optional.empty();
        }
        Path file = SOURCES.resolve(method.substring(0, hash).replace('.', '/') + ".java");
        if (Files.notExists(root.resolve(file))) {
            return Optional.empty();
        }
        String name = file.toString().replace('\\', '/');
        return Optional.ofNullable(linesByFile
                        .computeIfAbsent(name, unread -> read(root.resolve(file)))
                        .get(method.substring(hash + 1)))
                .map(line -> new Line(name, line));
    }

    private Map<String, Integer> read(Path file) {
        Map<String, Integer> lines = new HashMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Declarations(unit, Trees.instance(task), lines), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return lines;
    }

    /** Notes each method's first declaration. */
    private static final class Declarations extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Map<String, Integer> lines;

        Declarations(CompilationUnitTree unit, Trees trees, Map<String, Integer> lines) {
            this.unit = unit;
            this.trees = trees;
            this.lines = lines;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    // The line of the name, below any annotation.
                    long end = trees.getSourcePositions()
                            .getStartPosition(unit, method.getReturnType() == null ? method : method.getReturnType());
                    lines.putIfAbsent(
                            method.getName().toString(), (int) unit.getLineMap().getLineNumber(end));
                }
            }
            return super.visitClass(type, null);
        }
    }
}
