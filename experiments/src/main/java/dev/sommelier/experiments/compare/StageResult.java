package dev.sommelier.experiments.compare;

import java.util.List;

/// What came out of one stage.
///
/// @param stage the stage
/// @param users who was asked what; empty where the candidates' source failed
/// @param contenders one for each of the stage
/// @param failure why nobody could be asked; empty otherwise
public record StageResult(Stage stage, List<AskedUser> users, List<ContenderResult> contenders, String failure) {
    public StageResult {
        users = List.copyOf(users);
        contenders = List.copyOf(contenders);
    }
}
