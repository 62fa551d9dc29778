package dev.latchwork.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.tla.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever cannot be judged is refused with words that say why. */
class SubjectClassesIT {
    private static final String IMPORTS = """
            package own;
            import dev.latchwork.aio.worker.WorkerMethodSubject;
            import dev.latchwork.aio.worker.WorkerSeams;
            """;

    private static final String BODY = """
             implements WorkerMethodSubject {
              public String name() { return "own"; }
              public WorkerSeams seams() { return WorkerSeams.reference(); }
            """;

    @TempDir
    Path folder;

    private SubjectClasses compile(String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("source/own")).resolve("Own.java"), text);
        return SubjectClasses.ofSource(folder.resolve("source"), Files.createDirectories(folder.resolve("classes")));
    }

    private String refusal(String text) {
        return assertThrows(UnusableSubjectException.class, () -> compile(text).load("own.Own"))
                .getMessage();
    }

    /** A source folder and the jar of its classes give the same subject. Kills: a loader that finds its own class path only. */
    @Test
    void load_whenSourceOrJar_thenTheSubject() throws Exception {
        SubjectClasses classes = compile(IMPORTS + "public class Own" + BODY + "}\n");
        Path jar = folder.resolve("own.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("own/Own.class"));
            out.write(Files.readAllBytes(classes.path().resolve("own/Own.class")));
        }

        WorkerMethodSubject ofSource = classes.load("own.Own");
        WorkerMethodSubject ofJar = SubjectClasses.ofJar(jar).load("own.Own");

        assertEquals("own", ofSource.name());
        assertEquals("own", ofJar.name());
    }

    /** Kills: a compiler whose message is lost, or names no line. */
    @Test
    void ofSource_whenItDoesNotCompile_thenTheCompilersMessageWithTheLine() {
        String refusal = refusal(IMPORTS + "public class Own" + BODY + "  int wrong() { return missing; }\n}\n");

        assertTrue(refusal.contains("does not compile"), refusal);
        assertTrue(refusal.contains(Path.of("own", "Own.java") + ":7: cannot find symbol"), refusal);
    }

    /** Kills: a class that is called a subject without being one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public class Own {}|does not implement",
                "public abstract class Own BODY}|must be public, not abstract",
                "class Own BODY}|must be public, not abstract",
                "public class Own BODY public Own(int size) {} }|public constructor without parameters",
                "public class Own BODY public Own() { throw new IllegalStateException(\"no\"); } }|constructor of own.Own failed",
                "public class Own implements WorkerMethodSubject { public String name() { return \"two words\"; }"
                        + " public WorkerSeams seams() { return WorkerSeams.reference(); } }|a name is one word",
                "public class Own implements WorkerMethodSubject { public String name() { return \"own\"; }"
                        + " public WorkerSeams seams() { return null; } }|has no parts",
                "public class Own implements WorkerMethodSubject { public String name() { return \"own\"; }"
                        + " public WorkerSeams seams() { throw new IllegalStateException(); } }|cannot be asked"
            })
    void load_whenTheClassCannotBeJudged_thenSaysWhy(String text, String why) {
        String refusal = refusal(IMPORTS + text.replace("BODY", BODY));

        assertTrue(refusal.contains(why), refusal);
    }

    /** Kills: a stack trace in place of a message. */
    @Test
    void of_whenNothingIsThere_thenSaysWhatIsMissing() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertTrue(
                message(() -> SubjectClasses.ofJar(folder.resolve("none.jar"))).startsWith("there is no jar"));
        assertTrue(message(() -> SubjectClasses.ofJar(text)).contains("is no jar"));
        assertTrue(message(() -> SubjectClasses.ofSource(folder.resolve("none"), empty))
                .startsWith("there is no source folder"));
        assertTrue(message(() -> SubjectClasses.ofSource(empty, empty)).startsWith("there is no .java file"));
        assertTrue(
                message(() -> SubjectClasses.ofJar(empty).load("own.Missing")).startsWith("there is no class"));
    }

    private static String message(Executable given) {
        return assertThrows(UnusableSubjectException.class, given).getMessage();
    }

    /** The guide shows the sources that are judged. */
    @Test
    void guide_whenItShowsTheSubject_thenItIsThisOne() throws IOException {
        Path root = Project.root();
        String guide = Files.readString(root.resolve("docs/bring-your-own.md"));
        for (String name : new String[] {"Postgres19", "DampedChain", "TryLockGate"}) {
            String source = Files.readString(
                    root.resolve("stress/subject/src/subjects/postgres19/postgres19/" + name + ".java"));
            assertTrue(guide.contains("```java\n" + source + "```"), "docs/bring-your-own.md does not show " + name);
        }
    }
}
