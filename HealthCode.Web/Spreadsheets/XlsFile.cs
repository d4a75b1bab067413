using System.Buffers.Binary;
using System.Globalization;
using ExcelDataReader;

namespace HealthCode.Web.Spreadsheets;

/// <summary>Reads an .xls of Excel 97 to 2003 or WPS with ExcelDataReader; formulas, error values and passwords, which it does not expose, are read
/// from the records (MS-XLS 2.4).</summary>
internal static class XlsFile
{
    private const int BeginOfSheet = 0x0809;
    private const int EndOfSheet = 0x000A;
    private const int FormulaRecord = 0x0006;
    private const int TruthOrErrorRecord = 0x0205;
    private const int PasswordRecord = 0x002F;
    private const int SheetRecord = 0x0085;
    private const string SaveAs = "请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传。";

    /// <summary>Reads the rows of the first visible sheet.</summary>
    public static IEnumerable<SheetLine> Lines(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var others = Others(Book(new(bytes)));
        using var sheet = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes));
        while (sheet.VisibleState != "visible" && sheet.NextResult())
        {
        }

        var merged = new MergedCells();
        foreach (var area in sheet.MergeCells ?? [])
        {
            merged.Add(area.FromRow + 1, area.FromColumn, area.ToRow + 1, area.ToColumn);
        }

        merged.Sort();
        for (var number = 1; sheet.Read(); number++)
        {
            List<SheetCell> cells = [.. Enumerable.Range(0, sheet.FieldCount).Select(column => Cell(sheet, number, column, others)).OfType<SheetCell>()];
            // ExcelDataReader reports height 0 for a hidden row.
            yield return new(number, merged.Seen(number, cells), sheet.RowHeight == 0);
        }
    }

    private static byte[] Book(CompoundFile container)
    {
        if (container.Has("EncryptedPackage"))
        {
            throw Locked();
        }

        if (container.Has("_VBA_PROJECT_CUR"))
        {
            throw new SheetRefusedException("表格里有宏，不能导入。" + SaveAs);
        }

        return container.Stream("Workbook") ?? container.Stream("Book") ?? throw new SheetRefusedException(
            container.Has("WordDocument") ? "这是 Word 文档，不是表格。" + SaveAs : "这个文件里没有 Excel 工作簿（可能是 WPS 的 .et 文件改了名字）。" + SaveAs);
    }

    private static SheetRefusedException Locked() => new("表格加了密码，打不开。请用 Excel 或 WPS 去掉密码，另存后再上传。");

    private static SheetCell? Cell(IExcelDataReader sheet, int number, int column, Dictionary<(int Row, int Column), SheetCellKind> others)
    {
        SheetCell? cell = sheet.GetValue(column) switch
        {
            null => null,
            double figure => SheetCell.Number(column, figure, NumberFormat.Of(sheet.GetNumberFormatString(column) ?? "")),
            DateTime { Year: < 1900 } hour => SheetCell.Hour(column, hour.TimeOfDay),
            DateTime moment => SheetCell.Moment(column, moment),
            TimeSpan hour => SheetCell.Hour(column, hour),
            bool yes => new(column, yes ? "TRUE" : "FALSE"),
            var words => new(column, Convert.ToString(words, CultureInfo.InvariantCulture)!),
        };
        return others.TryGetValue((number - 1, column), out var kind) ? new(column, cell?.Text ?? (kind == SheetCellKind.Error ? "#N/A" : ""), kind) : cell;
    }

    /// <summary>Positions of formulas and error values in the first visible sheet.</summary>
    private static Dictionary<(int Row, int Column), SheetCellKind> Others(byte[] book)
    {
        int? first = null;
        foreach (var (type, at) in Records(book, 0))
        {
            if (type == PasswordRecord)
            {
                throw Locked();
            }

            // Visible (0), and a worksheet (0), not a chart.
            if (type == SheetRecord && (book[at + 4] & 3) == 0 && book[at + 5] == 0)
            {
                first ??= BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(at));
            }
        }

        Dictionary<(int, int), SheetCellKind> others = [];
        foreach (var (type, at) in first is { } sheet ? Records(book, sheet) : [])
        {
            if (type == FormulaRecord || (type == TruthOrErrorRecord && book[at + 7] == 1))
            {
                others[(Short(book, at), Short(book, at + 2))] = type == FormulaRecord ? SheetCellKind.Formula : SheetCellKind.Error;
            }
        }

        return others;
    }

    private static int Short(byte[] book, int at) => BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));

    /// <summary>Type and offset of each record up to the end of the substream; nested substreams (charts) are skipped over.</summary>
    private static IEnumerable<(int Type, int At)> Records(byte[] book, int from)
    {
        var depth = 0;
        for (var at = from; at + 4 <= book.Length;)
        {
            var (type, length) = (Short(book, at), Short(book, at + 2));
            yield return (type, at + 4);
            depth += type is BeginOfSheet ? 1 : type is EndOfSheet ? -1 : 0;
            if (depth <= 0 && type is EndOfSheet)
            {
                yield break;
            }

            at += 4 + length;
        }
    }
}
