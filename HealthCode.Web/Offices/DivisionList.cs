using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Offices;

/// <summary>区划表 — administrative divisions from provinces to villages: Ningxia's list is embedded, others are imported as CSV.</summary>
public sealed class DivisionList(OfficeDb db)
{
    /// <summary>Name of the province whose list is embedded.</summary>
    public const string Shipped = "宁夏";

    private const string ShippedFile = "HealthCode.Web.Data.Divisions.ningxia_divisions_2023.csv";
    private const int FaultsShown = 20;

    // All of China has about 660,000.
    private const int MostUnits = 1_000_000;

    // Longer lines are truncated, so that they do not fill the memory.
    private const int LongestLine = 500;

    /// <summary>Fills an empty table with Ningxia's divisions.</summary>
    public async Task SeedAsync()
    {
        if (await db.Divisions.AnyAsync())
        {
            return;
        }

        await using var embedded = typeof(DivisionList).Assembly.GetManifestResourceStream(ShippedFile)!;
        var read = await ReadAsync(embedded);
        await db.InOneTransactionAsync(() =>
        {
            db.Divisions.AddRange(read.Units.Select(unit => Division.Listed(unit.Code, unit.Name)));
            return Task.CompletedTask;
        });
        db.ChangeTracker.Clear();
    }

    /// <summary>Imports a CSV with 12-digit code, optional level, and name. All or nothing.</summary>
    /// <returns>Number of divisions, and the errors by line.</returns>
    public async Task<(int Units, IReadOnlyList<string> Faults)> ImportAsync(Stream csv, string fileName)
    {
        var read = await ReadAsync(csv);
        if (read.Faults.Count == 0 && read.Units.Count == 0)
        {
            return (0, ["文件里没有区划。每行写：12 位代码,名称"]);
        }

        if (read.Faults.Count == 0)
        {
            read.Faults.AddRange(Shown([.. await WithoutParentAsync(read.Units)]));
        }

        if (read.Faults.Count > 0)
        {
            return (0, read.Faults);
        }

        await db.InOneTransactionAsync(async () =>
        {
            var known = await db.Divisions.ToDictionaryAsync(division => division.Code);
            foreach (var (code, name, _) in read.Units)
            {
                if (known.TryGetValue(code.Value, out var division))
                {
                    division.Rename(name);
                }
                else
                {
                    db.Divisions.Add(known[code.Value] = Division.Listed(code, name));
                }
            }

            db.Audit("导入", "区划表", $"{Path.GetFileName(fileName)}，{read.Units.Count} 个单位");
        });
        return (read.Units.Count, []);
    }

    /// <summary>The children of a division, or the provinces if null.</summary>
    public Task<List<Division>> BelowAsync(string? parent) => db.Divisions.AsNoTracking()
        .Where(division => division.ParentCode == parent).OrderBy(division => division.Code).ToListAsync();

    /// <summary>The divisions from province to village for a code; empty if one is missing in the list.</summary>
    public async Task<IReadOnlyList<Division>> PathAsync(DivisionCode code)
    {
        var path = new List<Division>();
        for (DivisionCode? step = code; step is { } at; step = at.Parent)
        {
            if (await db.Divisions.AsNoTracking().SingleOrDefaultAsync(division => division.Code == at.Value) is not { } division)
            {
                return [];
            }

            path.Insert(0, division);
        }

        return path;
    }

    private static async Task<(List<(DivisionCode Code, string Name, int Line)> Units, List<string> Faults)> ReadAsync(Stream csv)
    {
        var units = new List<(DivisionCode, string, int)>();
        var (faults, more) = (new List<string>(), 0);
        try
        {
            using var reader = new StreamReader(csv, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            var lines = new HashSet<string>();
            var number = 0;
            await foreach (var line in LinesAsync(reader))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line) || (number == 1 && line.StartsWith("code", StringComparison.OrdinalIgnoreCase)))
                {
                    continue;
                }

                var cells = line.Split(',', StringSplitOptions.TrimEntries).Select(cell => cell.Trim('"')).ToArray();
                if (Fault(cells, lines, out var code) is { } fault)
                {
                    // Limits the number of messages kept for an unsuitable file.
                    more += faults.Count < FaultsShown ? 0 : 1;
                    faults.AddRange(faults.Count < FaultsShown ? [$"第 {number} 行：{fault}"] : []);
                }
                else if (units.Count == MostUnits)
                {
                    return (units, [$"文件里的单位超过 {MostUnits} 个，请按省分开导入。"]);
                }
                else
                {
                    units.Add((code, cells[^1], number));
                }
            }
        }
        catch (DecoderFallbackException)
        {
            faults.Add("文件不是 UTF-8 编码。请在 Excel 或 WPS 里另存为“CSV UTF-8”再导入。");
        }

        return (units, more == 0 ? faults : [.. faults, Rest(more)]);
    }

    private static async IAsyncEnumerable<string> LinesAsync(StreamReader reader)
    {
        var (buffer, line, isAfterReturn) = (new char[4096], new StringBuilder(), false);
        for (int read; (read = await reader.ReadAsync(buffer.AsMemory())) > 0;)
        {
            foreach (var letter in buffer.AsMemory(0, read).ToArray())
            {
                if (letter is '\r' or '\n' && !(letter == '\n' && isAfterReturn))
                {
                    yield return line.ToString();
                    line.Clear();
                }
                else if (letter is not '\n' && line.Length < LongestLine)
                {
                    line.Append(letter);
                }

                isAfterReturn = letter == '\r';
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static string? Fault(string[] cells, HashSet<string> seen, out DivisionCode code)
    {
        code = default;
        return cells.Length is < 2 or > 3 ? "应为“12 位代码,级别,名称”或“12 位代码,名称”"
            : !DivisionCode.TryParse(cells[0], out code) ? $"“{Short(cells[0])}”不是 12 位区划代码"
            : cells.Length == 3 && cells[1] != code.Level.ToString(System.Globalization.CultureInfo.InvariantCulture) ? $"级别写的是“{Short(cells[1])}”，按代码应为 {code.Level}"
            : cells[^1].Length is 0 or > 100 ? "名称是空的，或者太长"
            : !seen.Add(cells[0]) ? $"代码 {cells[0]} 前面已经有了"
            : null;
    }

    private async Task<IEnumerable<string>> WithoutParentAsync(List<(DivisionCode Code, string Name, int Line)> units)
    {
        var known = (await db.Divisions.Select(division => division.Code).ToListAsync()).ToHashSet();
        known.UnionWith(units.Select(unit => unit.Code.Value));
        return units.Where(unit => unit.Code.Parent is { } parent && !known.Contains(parent.Value))
            .Select(unit => $"第 {unit.Line} 行：{unit.Name}的上一级（{unit.Code.Parent}）不在文件里，也不在区划表里");
    }

    private static List<string> Shown(List<string> faults) => faults.Count <= FaultsShown
        ? faults
        : [.. faults.Take(FaultsShown), Rest(faults.Count - FaultsShown)];

    private static string Rest(int more) => $"还有 {more} 处，请改好后再导入。";

    private static string Short(string cell) => cell.Length > 20 ? cell[..20] + "…" : cell;
}
