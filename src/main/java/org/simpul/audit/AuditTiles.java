package org.simpul.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Leaf;
import org.simpul.tlog.TilePath;
import org.simpul.tlog.Tiles;

/** The log out of the database; whole tiles as they stand there, the others from the level below. */
record AuditTiles(Connection connection) implements Tiles {
    private static final String NOTE = "select note from audit_checkpoint order by size desc limit 1";
    private static final String WHOLE = "select hashes from audit_tile where level = ? and number = ?";
    private static final String ROOTS =
            "select root from audit_tile where level = ? and number >= ? and number < ? order by number";
    private static final String LEAVES = "select data from audit_leaf where index >= ? and index < ? order by index";

    @Override
    public byte[] checkpoint() throws IOException {
        try (PreparedStatement select = connection.prepareStatement(NOTE);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new NoSuchFileException("checkpoint");
            }
            return rows.getString(1).getBytes(StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public byte[] tile(TilePath path) throws IOException {
        try {
            byte[] whole = path.isFull() && path.level() >= 0 ? whole(path) : new byte[0];
            return whole.length > 0 ? whole : gathered(path);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private byte[] whole(TilePath path) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WHOLE)) {
            select.setInt(1, path.level());
            select.setLong(2, path.number());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : new byte[0];
            }
        }
    }

    private byte[] gathered(TilePath path) throws SQLException, IOException {
        long first = path.number() * TilePath.FULL;
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        int found = 0;
        try (PreparedStatement select = connection.prepareStatement(path.level() > 0 ? ROOTS : LEAVES)) {
            int parameter = 1;
            if (path.level() > 0) {
                select.setInt(parameter++, path.level() - 1);
            }
            select.setLong(parameter++, first);
            select.setLong(parameter, first + path.width());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] row = rows.getBytes(1);
                    switch (path.level()) {
                        case TilePath.ENTRIES ->
                            tile.writeBytes(ByteBuffer.allocate(2 + Leaf.LENGTH)
                                    .putShort((short) Leaf.LENGTH)
                                    .put(row)
                                    .array());
                        case 0 -> tile.writeBytes(Hash.leaf(row).bytes());
                        default -> tile.writeBytes(row);
                    }
                    found++;
                }
            }
        }
        if (found < path.width()) {
            throw new NoSuchFileException(path.toString());
        }
        return tile.toByteArray();
    }
}
