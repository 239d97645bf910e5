package dev.sommelier.agent.conversation.parse;

import java.util.List;

/// Titles for one line, which looks for typing errors in so many phrases of it and no more: such a search goes through
/// the whole catalogue, and a pasted page holds hundreds of phrases. Not safe for use by several threads.
final class SparingTitles implements Titles {
    private static final int MOST_SEARCHES = 12;

    /// Hardly any title is longer.
    private static final int LONGEST = 120;

    private final Titles titles;
    private int searches;

    SparingTitles(Titles titles) {
        this.titles = titles;
    }

    @Override
    public List<String> named(String phrase) {
        return titles.named(phrase);
    }

    @Override
    public List<String> misspelt(String phrase) {
        return phrase.length() <= LONGEST && searches++ < MOST_SEARCHES ? titles.misspelt(phrase) : List.of();
    }

    @Override
    public List<String> nearest(String phrase) {
        return phrase.length() <= LONGEST && searches++ < MOST_SEARCHES ? titles.nearest(phrase) : List.of();
    }
}
