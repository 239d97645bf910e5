package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static String html = "";

    @BeforeAll
    static void render() {
        html = HtmlReport.render(SampleReport.of(20));
    }

    private static List<String> scripts() {
        return SCRIPT.matcher(html).results().map(match -> match.group(2)).toList();
    }

    /// Everything a reader sees or that could make a request: the page without its scripts.
    private static String page() {
        return SCRIPT.matcher(html).replaceAll("");
    }

    @Test
    void dataCannotOpenATagOrEndAScript() {
        assertThat(SCRIPT.matcher(html).results().count()).isEqualTo(3);
        assertThat(page()).doesNotContain("<img").contains("&lt;img src=x onerror=alert(2)&gt;");
    }

    @Test
    void aPlaceholderInDataStaysText() {
        assertThat(page()).contains("%%TITLE%%").doesNotContain("%%POLICY%%").doesNotContain("%%DATA%%");
    }

    @Test
    void theDataBlockIsJsonWithTheChartsOfThePage() throws IOException {
        var data = JsonMapper.builder().build().readTree(scripts().getFirst());

        assertThat(data.get("charts").fieldNames())
                .toIterable()
                .containsExactly("chart-ndcg", "chart-hits", "chart-cost", "chart-ratings")
                .allSatisfy(id -> assertThat(page()).contains("id=\"" + id + "\" role=\"img\" aria-label=\""));
        assertThat(data.at("/charts/chart-ndcg/rows")).hasSize(9);
        assertThat(data.at("/charts/chart-ratings/rows")).hasSize(6);
    }

    @Test
    void namesFromDataAreSafeInTheDataBlock() {
        assertThat(Html.jsonInScript("\"" + SampleReport.EVIL + "\""))
                .doesNotContain("<")
                .doesNotContain(">")
                .doesNotContain("\u2028")
                .contains("\\u003c/script\\u003e");
    }

    @Test
    void thePolicyForbidsTheNetworkAndAllowsTheseScriptsOnly() throws Exception {
        var policy = page().lines()
                .filter(line -> line.contains("Content-Security-Policy"))
                .findFirst()
                .orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'")
                .doesNotContain("http:")
                .doesNotContain("https:");
        for (var script : scripts().subList(1, 3)) {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }

    @Test
    void nothingInThePageAsksForAnotherFile() {
        assertThat(page())
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=\"")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(Pattern.compile("href=\"(?!#|data:,)").matcher(page()).find())
                .isFalse();
    }

    @Test
    void aPageWithoutChartsHoldsNoChartLibrary() {
        var page = new HtmlPage("Labels", "of a job")
                .section("one", "One", "", HtmlPage.paragraph("text"))
                .render();

        assertThat(page.length()).isLessThan(60_000);
        assertThat(page).doesNotContain("ECharts").contains("Made by Sommelier. This file is complete");
    }

    @Test
    void holdsTheChartLibraryOfThePinnedVersion() {
        assertThat(scripts().get(1)).hasSizeGreaterThan(900_000).contains("\"" + Resources.ECHARTS_VERSION + "\"");
    }

    @Test
    void everyTableHasACaptionOrScopedHeaders() {
        assertThat(page().split("<table", -1)).hasSize(8);
        assertThat(page()).doesNotContain("<th>").contains("<th scope=\"col\"").contains("<th scope=\"row\"");
    }

    @Test
    void saysInWordsThatTwentyUsersAreTooFew() {
        assertThat(page())
                .contains("20 users are too few to tell contenders apart")
                .contains("With 20 users no difference to Agent is called decided");
    }

    @Test
    void printsTheAgentsOwnShareOfItsTime() {
        assertThat(page()).contains("Own work").contains("its own work, everything but language model calls, takes");
    }

    @Test
    void showsEveryContenderEveryTraceAndAllProvenance() {
        assertThat(page())
                .contains(
                        "Random",
                        "Popularity",
                        "ItemKNN",
                        "EASE",
                        "iALS",
                        "Content",
                        "Agent (fixed plan)",
                        "Bias + LLM")
                .contains("User 405", "User 17", "User 88")
                .contains("b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        var report = SampleReport.of(20);

        assertThat(HtmlReport.render(report)).isEqualTo(HtmlReport.render(report));
    }

    @Test
    void writesOneWholeFile(@TempDir Path folder) throws IOException {
        var report = SampleReport.of(20);

        HtmlReport.write(folder.resolve("report.html"), report);

        assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(HtmlReport.render(report));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anEmptyReportStillOpens() {
        var empty = new Report(
                "Nothing yet",
                "",
                java.util.Optional.empty(),
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                List.of(),
                new dev.sommelier.core.Provenance(java.util.Map.of()),
                List.of());

        assertThat(HtmlReport.render(empty)).contains("<h1>Nothing yet</h1>").contains("{\"charts\":{}}");
    }
}
