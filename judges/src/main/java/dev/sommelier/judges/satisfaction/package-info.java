/// How satisfied users of a dialogue system are, turn by turn. Start at [SatisfactionJudge].
@NullMarked
package dev.sommelier.judges.satisfaction;

import org.jspecify.annotations.NullMarked;
