package org.simpul.referral;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Wording;

/**
 * How complete a referral is, for its team; it is not stored, and the FIU does not see it.
 *
 * @param score 0 to 100, the weights of what is there out of the weights of all pieces
 * @param readyToHandOver whether nothing that is required is missing
 */
@Schema(name = "Completeness")
record CompletenessView(int score, boolean readyToHandOver, List<PieceView> pieces) {

    /**
     * One thing that the referral has or lacks.
     *
     * @param field path in the referral
     * @param code stable; null when it is there
     * @param message what to do, in the reader's language; null when it is there
     */
    @Schema(name = "CompletenessPiece")
    record PieceView(
            String field,
            Piece.Need need,
            int weight,
            boolean present,
            @Nullable String code,
            @Nullable String message) {

        static PieceView from(Piece piece, Wording wording) {
            return new PieceView(
                    piece.field(),
                    piece.need(),
                    piece.weight(),
                    piece.present(),
                    piece.present() ? null : piece.code(),
                    piece.present() ? null : wording.violation(piece.code()));
        }
    }

    static CompletenessView from(Completeness completeness, Wording wording) {
        List<Piece> pieces = completeness.pieces();
        return new CompletenessView(
                completeness.score(),
                pieces.stream().noneMatch(piece -> piece.isMissing(Piece.Need.REQUIRED)),
                pieces.stream().map(piece -> PieceView.from(piece, wording)).toList());
    }
}
