package dev.latchwork.subject;

import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.aio.worker.WorkerSeams;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Where a subject's classes are: a jar or a folder, ready for a class path. Immutable.
 *
 * @param path absolute
 */
record SubjectClasses(Path path) {
    /**
     * Those of a jar, or of a folder of compiled classes.
     *
     * @throws UnusableSubjectException if it is not there, or no jar
     */
    static SubjectClasses ofJar(Path jar) throws UnusableSubjectException {
        if (!Files.exists(jar)) {
            throw new UnusableSubjectException("there is no jar " + jar);
        }
        if (!Files.isDirectory(jar)) {
            try (JarFile opened = new JarFile(jar.toFile())) {
                opened.size();
            } catch (IOException e) {
                throw new UnusableSubjectException(jar + " is no jar: " + e.getMessage(), e);
            }
        }
        return new SubjectClasses(jar.toAbsolutePath().normalize());
    }

    /**
     * Those of every source file below a folder, compiled against this project.
     *
     * @param into gets the classes
     * @throws UnusableSubjectException if there is none, or one does not compile; with the compiler's messages
     */
    static SubjectClasses ofSource(Path source, Path into) throws IOException, UnusableSubjectException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UnusableSubjectException("this Java has no compiler; run a JDK");
        }
        List<Path> files = sources(source);
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter further = new StringWriter();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            further,
                            manager,
                            messages,
                            List.of(
                                    "-d",
                                    into.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-proc:none",
                                    "-g"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new UnusableSubjectException(
                        source + " does not compile:\n" + inWords(source, messages) + further);
            }
        }
        return new SubjectClasses(into.toAbsolutePath().normalize());
    }

    private static List<Path> sources(Path source) throws IOException, UnusableSubjectException {
        if (!Files.isDirectory(source)) {
            throw new UnusableSubjectException("there is no source folder " + source);
        }
        try (Stream<Path> all = Files.walk(source)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UnusableSubjectException("there is no .java file below " + source);
            }
            return files;
        }
    }

    /** The errors as a compiler prints them: file, line, message. */
    private static String inWords(Path source, DiagnosticCollector<JavaFileObject> messages) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> message : messages.getDiagnostics()) {
            if (message.getKind() == Diagnostic.Kind.ERROR) {
                String file = message.getSource() == null
                        ? ""
                        : source.toAbsolutePath()
                                        .relativize(Path.of(message.getSource().toUri())) + ":"
                                + message.getLineNumber() + ": ";
                lines.add("  " + file + message.getMessage(Locale.ROOT).replace("\n", "\n    "));
            }
        }
        return String.join("\n", lines);
    }

    /** A class path with these classes behind the project's own. */
    String classPath() {
        return System.getProperty("java.class.path") + File.pathSeparator + path;
    }

    /**
     * Makes the subject, and looks whether it can be asked.
     *
     * @throws UnusableSubjectException if there is no such class, it is of another kind, or it cannot be made or asked
     */
    WorkerMethodSubject load(String className) throws IOException, UnusableSubjectException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {path.toUri().toURL()}, SubjectClasses.class.getClassLoader());
        try {
            return make(Class.forName(className, true, loader));
        } catch (ClassNotFoundException e) {
            throw new UnusableSubjectException("there is no class " + className + " in " + path, e);
        } catch (LinkageError e) {
            throw new UnusableSubjectException("class " + className + " cannot be loaded: " + e, e);
        }
    }

    /** The same of a class that is on the class path. */
    static WorkerMethodSubject make(Class<?> type) throws UnusableSubjectException {
        if (!WorkerMethodSubject.class.isAssignableFrom(type)) {
            throw new UnusableSubjectException(
                    "class " + type.getName() + " does not implement " + WorkerMethodSubject.class.getName());
        }
        WorkerMethodSubject subject;
        try {
            subject = (WorkerMethodSubject) type.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new UnusableSubjectException(
                    "class " + type.getName()
                            + " must be public, not abstract, and have a public constructor without parameters",
                    e);
        } catch (InvocationTargetException e) {
            throw new UnusableSubjectException("the constructor of " + type.getName() + " failed: " + e.getCause(), e);
        }
        ask(subject);
        return subject;
    }

    private static void ask(WorkerMethodSubject subject) throws UnusableSubjectException {
        String type = subject.getClass().getName();
        try {
            WorkerSeams seams = subject.seams();
            if (seams == null || subject.newLatch(Parts.parker()) == null) {
                throw new UnusableSubjectException(type + " has no parts: seams() or newLatch() returned null");
            }
            if (subject.name() == null || !subject.name().matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
                throw new UnusableSubjectException(type + " is called \"" + subject.name()
                        + "\"; a name is one word of letters, digits, '_', '.' and '-'");
            }
            if (subject.variant() == null || subject.givesUp() == null) {
                throw new UnusableSubjectException(type + " returned null for variant() or givesUp()");
            }
        } catch (RuntimeException e) {
            throw new UnusableSubjectException(type + " cannot be asked for its parts: " + e, e);
        }
    }
}
