/// Factor models: every user and every item is a vector, and a score is their inner product.
///
/// Start reading at [ImplicitAls]; [Bpr] and [LightGcn] are trained for the order of items instead. All serve any
/// history by fold-in, and [ItemScan] finds the best items of many users at once. [Factors] are single precision; sums
/// that grow with the data are kept in double precision.
///
/// The inner loops are [Kernels], twice: with the Vector API where the module `jdk.incubator.vector` is there
/// (`--add-modules jdk.incubator.vector`), else in plain Java. Both add in the same stated order with the same fused
/// operations, so they give the same bits, and so does any number of threads.
@NullMarked
package dev.sommelier.recommenders.factor;

import org.jspecify.annotations.NullMarked;
