/// Versioned prompt templates, rendered to segments that say what is ours and what is data.
///
/// Start reading at [PromptTemplate]. A template is a resource file `prompts/ID.vN.txt` with a `---user---` section
/// and,
/// above it, usually a `---system---` section. Rendering is strict: a variable that the template does not know, or that
/// nobody gave, is an error. Titles, documents and whatever a person typed become [Segment.Data], which no engine may
/// read as anything but text.
@NullMarked
package dev.sommelier.prompts;

import org.jspecify.annotations.NullMarked;
