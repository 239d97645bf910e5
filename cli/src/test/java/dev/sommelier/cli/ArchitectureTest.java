package dev.sommelier.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Holds docs/architecture.md against the code: who may see whom, and where outside libraries may appear.
@AnalyzeClasses(
        packages = "dev.sommelier",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /// Leaves out the test classes that another module shares as an archive.
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String ROOT = "dev.sommelier.";

    /// The arrows of docs/architecture.md: a module and all that it may see.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("io", Set.of("core")),
            Map.entry("datasets", Set.of("core", "io")),
            Map.entry("prompts", Set.of("core")),
            Map.entry("llm", Set.of("core", "io", "prompts")),
            Map.entry("recommenders", Set.of("core")),
            Map.entry("evaluation", Set.of("core")),
            Map.entry("tools", Set.of("core")),
            Map.entry("agent", Set.of("core", "tools", "prompts", "llm")),
            Map.entry("retrieval", Set.of("core")),
            Map.entry("judges", Set.of("core", "io", "prompts", "llm", "retrieval", "evaluation")));

    @TestFactory
    Stream<DynamicTest> modulesSeeOnlyWhatTheArchitectureAllows() {
        var all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sommelier");
        return ARROWS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(arrow -> DynamicTest.dynamicTest(
                        arrow.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + arrow.getKey() + "..")
                                .should()
                                .dependOnClassesThat(otherModules(arrow.getKey(), arrow.getValue()))
                                .check(all)));
    }

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("dev.sommelier.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule providersAndNativeCallsOnlyInLlm = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "llm..")
            // One call of the C library, before anything else runs.
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "cli.terminal.StandardError")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "de.kherud..",
                    "java.lang.foreign..",
                    "dev.langchain4j.model.openai..",
                    "dev.langchain4j.http..",
                    "dev.langchain4j.model.embedding.onnx..");

    @ArchTest
    static final ArchRule okHttpOnlyWhereBytesCross = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "io..", ROOT + "llm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..");

    @ArchTest
    static final ArchRule coreKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage(ROOT + "core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "core..", "java..", "org.jspecify..");

    private static DescribedPredicate<JavaClass> otherModules(String self, Set<String> allowed) {
        return DescribedPredicate.describe("reside in a module other than " + List.copyOf(allowed), type -> {
            if (!type.getPackageName().startsWith(ROOT)) {
                return false;
            }
            var module = type.getPackageName().substring(ROOT.length()).split("\\.")[0];
            return !module.equals(self) && !allowed.contains(module);
        });
    }
}
