package org.simpul.interop.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.RowRules;

/**
 * A row of a spreadsheet. Its numbers are binary fractions that show 15 digits: what stands behind those is noise
 * (163.30000000000001), and what stood behind them is lost (a card number of 16 digits).
 */
final class SheetCells implements Cells {
    private static final MathContext SHOWN = new MathContext(15);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final Row row;

    SheetCells(Row row) {
        this.row = row;
    }

    @Override
    public int size() {
        return row.getCellCount();
    }

    @Override
    public String text(int place) {
        Cell cell = cell(place);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER ->
                Optional.ofNullable(number(place)).map(SheetCells::plain).orElse(cell.getRawValue());
            // refused as every cell is that begins so
            case FORMULA -> "=";
            default -> String.valueOf(cell.getRawValue());
        };
    }

    @Override
    public @Nullable BigDecimal number(int place) {
        BigDecimal exact = exact(place);
        return exact == null ? null : exact.round(SHOWN);
    }

    @Override
    public @Nullable LocalDate day(int place) {
        BigDecimal number = exact(place);
        Cell cell = cell(place);
        if (cell == null || number == null || number.signum() <= 0 || number.compareTo(LAST_DAY) > 0) {
            return null;
        }
        try {
            return Optional.of(cell.asDate().toLocalDate())
                    .filter(RowRules::isPlausible)
                    .orElse(null);
        } catch (DateTimeException | ExcelReaderException e) {
            return null;
        }
    }

    @Override
    public boolean hasLostDigits(int place) {
        BigDecimal exact = exact(place);
        return exact != null && exact.precision() - exact.scale() > SHOWN.getPrecision();
    }

    private @Nullable BigDecimal exact(int place) {
        Cell cell = cell(place);
        return cell != null && cell.getType() == CellType.NUMBER ? cell.asNumber() : null;
    }

    private @Nullable Cell cell(int place) {
        return row.hasCell(place) ? row.getCell(place) : null;
    }

    /** Never written out at length: 1e400 has 401 digits. */
    private static String plain(BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return Math.abs((long) bare.scale()) > 2L * SHOWN.getPrecision() ? bare.toString() : bare.toPlainString();
    }
}
