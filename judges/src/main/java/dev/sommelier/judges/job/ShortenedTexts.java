package dev.sommelier.judges.job;

/// How many texts a judge read only in part.
///
/// @param shortened texts that were cut
/// @param known texts of which it is known
/// @param unknown texts that an earlier version judged, which did not say
/// @param truncation what is left of a long text; empty where the judge cuts none
public record ShortenedTexts(long shortened, long known, long unknown, String truncation) {
    /// In a sentence; empty where nothing is ever cut, or nothing was judged.
    public String sentence() {
        if (truncation.isEmpty() || known + unknown == 0) {
            return "";
        }
        var some = shortened + " of " + known + " texts were shortened (truncation: " + truncation + ")";
        return unknown == 0 ? some : some + "; of " + unknown + " more, judged by an earlier version, it is not known";
    }
}
