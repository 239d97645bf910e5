package example;

import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.ModelDecider;
import dev.sommelier.agent.SurrogateUser;
import dev.sommelier.core.Query;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.Split;
import dev.sommelier.evaluation.recommendation.HitRate;
import dev.sommelier.evaluation.recommendation.JudgedList;
import dev.sommelier.io.Home;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.tools.AttributeWeights;
import dev.sommelier.tools.ToolBox;
import java.nio.file.Path;
import java.util.Set;

/// A local model explores a catalogue for three held-out users: `QuickStart DATASET MODEL.gguf`.
final class QuickStart {
    private QuickStart() {}

    static void run(Home home, String name, Path model) {
        // README: from here
        var data = new DatasetStore(home).open(name);
        var split = Split.leaveLastOut(data);
        var ease = Ease.train(split.trainAndValidation(), 250);
        var tools = new ToolBox(ease, AttributeWeights.uniform(split.catalog(), 0.5));
        var options = AgentOptions.DEFAULT.withScale(data.scale());
        var metric = new HitRate(5);
        try (var engine = LocalEngine.open(model, EngineOptions.defaults())) {
            var agent = new SurrogateUser(tools, new ModelDecider(engine.chat(), "my model"), options);
            for (var user : split.sampleTestUsers(3, 7)) {
                var list = agent.recommend(Query.top(5, split.historyBeforeTest(user)));
                double hit = metric.of(JudgedList.of(list.items(), Set.of(split.testItem(user))));
                System.out.println("user " + user + ", " + metric.name() + " " + hit);
                for (var item : list.items()) {
                    System.out.println("  " + split.catalog().item(item).title());
                }
            }
        }
        // README: to here
    }
}
