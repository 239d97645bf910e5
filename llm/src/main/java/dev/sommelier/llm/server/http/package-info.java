/// Calls to model servers over OkHttp that retry, wait their turn and stay bounded. Start at
/// [dev.sommelier.llm.server.http.ServerClient].
@NullMarked
package dev.sommelier.llm.server.http;

import org.jspecify.annotations.NullMarked;
