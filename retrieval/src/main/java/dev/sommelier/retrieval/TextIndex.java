package dev.sommelier.retrieval;

import dev.sommelier.core.Document;
import dev.sommelier.core.Run;
import dev.sommelier.core.Topic;
import dev.sommelier.core.TopicRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/// A Lucene index over documents, in memory. Documents of equal score keep the order in which they were given.
///
/// Safe for use by several threads; close it when done.
public final class TextIndex implements AutoCloseable {
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String TEXT = "text";

    private final Analyzer analyzer = Words.analyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    private TextIndex(List<Document> documents) throws IOException {
        var config = new IndexWriterConfig(analyzer).setMergeScheduler(new SerialMergeScheduler());
        try (var writer = new IndexWriter(directory, config)) {
            for (var document : documents) {
                var entry = new org.apache.lucene.document.Document();
                entry.add(new StoredField(ID, document.id()));
                document.title().ifPresent(title -> entry.add(new TextField(TITLE, title, Field.Store.NO)));
                var all = document.title().map(title -> title + "\n" + document.text());
                entry.add(new TextField(TEXT, all.orElse(document.text()), Field.Store.NO));
                writer.addDocument(entry);
            }
            writer.forceMerge(1);
        }
        this.reader = DirectoryReader.open(directory);
    }

    /// Indexes documents; the text field holds the title too.
    public static TextIndex of(List<Document> documents) {
        try {
            return new TextIndex(documents);
        } catch (IOException e) {
            throw new UncheckedIOException("indexing in memory", e);
        }
    }

    /// The best documents of every topic that finds any.
    ///
    /// @param depth the most documents a topic, at least 1
    public Run run(String name, List<Topic> topics, Bm25 weights, int depth) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity((float) weights.k1(), (float) weights.b()));
        var results = new ArrayList<TopicRun>();
        try {
            for (var topic : topics) {
                var hits = new ArrayList<Hit>();
                for (var hit : searcher.search(query(topic.text(), weights), depth).scoreDocs) {
                    var id = searcher.storedFields().document(hit.doc).get(ID);
                    hits.add(new Hit(id, hit.score));
                }
                Hit.run(topic.id(), hits).ifPresent(results::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("searching in memory", e);
        }
        return new Run(name, results);
    }

    private Query query(String text, Bm25 weights) {
        var query = new BooleanQuery.Builder();
        for (var word : Words.of(analyzer, text)) {
            add(query, TITLE, word, weights.title());
            add(query, TEXT, word, weights.text());
        }
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, String field, String word, double weight) {
        if (weight > 0) {
            query.add(new BoostQuery(new TermQuery(new Term(field, word)), (float) weight), BooleanClause.Occur.SHOULD);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing an index in memory", e);
        }
    }
}
