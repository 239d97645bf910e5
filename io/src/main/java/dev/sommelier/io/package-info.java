/// Files and transfers: downloads, packages of pip's client, archives, atomic writes, and where Sommelier keeps its
/// data.
///
/// Start reading at [Home] for the folders, [Downloader] and [PipPackage] for how something gets there, and
/// [AtomicFiles]
/// for how it becomes visible. One rule holds for all of them: a target is either whole or absent. Every failure that a
/// user can meet is a [dev.sommelier.core.SommelierException] with the next step; nothing half-written stays behind,
/// except the `.part` file from which an interrupted download goes on.
@NullMarked
package dev.sommelier.io;

import org.jspecify.annotations.NullMarked;
