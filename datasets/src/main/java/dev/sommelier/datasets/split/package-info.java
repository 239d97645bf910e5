/// Ways of cutting a data set into what models learn from and what they are asked.
///
/// Start reading at [SplitRule], whose [SplitRule#cut] gives [Parts]. [dev.sommelier.datasets.Split] is the plain
/// leave-last-out with one item for each user, which [Parts#nextItems] gives of any rule that trains on the test users.
@NullMarked
package dev.sommelier.datasets.split;

import org.jspecify.annotations.NullMarked;
