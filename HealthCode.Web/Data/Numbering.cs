using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data;

/// <summary>编号 — the next number of a series, taken in the transaction that uses it: no gaps, no duplicates.</summary>
public static class Numbering
{
    /// <summary>The next declaration number of the office for this day.</summary>
    public static async Task<DeclarationNumber> NextDeclarationNumberAsync(this OfficeDb db, Office office, DateOnly day) =>
        DeclarationNumber.Of(day, await NextAsync(db, DeclarationSeries(office, day)));

    /// <summary>The next declaration numbers of the office for this day, in order.</summary>
    public static async Task<IReadOnlyList<DeclarationNumber>> NextDeclarationNumbersAsync(this OfficeDb db, Office office, DateOnly day, int count)
    {
        var last = await NextAsync(db, DeclarationSeries(office, day), count);
        return [.. Enumerable.Range(last - count + 1, count).Select(place => DeclarationNumber.Of(day, place))];
    }

    /// <summary>The office's next card number.</summary>
    public static async Task<PassNumber> NextPassNumberAsync(this OfficeDb db, Office office) =>
        PassNumber.Of(DivisionCode.Parse(office.Code), await NextAsync(db, $"pass {office.Code}"));

    /// <summary>The office's next number of a printed blank form.</summary>
    public static async Task<PrintedFormNumber> NextPrintedFormNumberAsync(this OfficeDb db, Office office) =>
        PrintedFormNumber.Of(DivisionCode.Parse(office.Code), await NextAsync(db, $"form {office.Code}"));

    /// <summary>The office's next number of a round of visits.</summary>
    public static Task<int> NextRoundNumberAsync(this OfficeDb db, Office office) => NextAsync(db, $"round {office.Code}");

    /// <summary>The office's next number of a venue.</summary>
    public static Task<int> NextVenueNumberAsync(this OfficeDb db, Office office) => NextAsync(db, $"venue {office.Code}");

    /// <summary>The office's next number of an entry of a register.</summary>
    public static Task<int> NextEntryNumberAsync(this OfficeDb db, Office office, RegisterKind kind) => NextAsync(db, $"register {kind} {office.Code}");

    /// <summary>The office's next numbers of entries of a register, in order.</summary>
    public static async Task<IReadOnlyList<int>> NextEntryNumbersAsync(this OfficeDb db, Office office, RegisterKind kind, int count)
    {
        var last = await NextAsync(db, $"register {kind} {office.Code}", count);
        return [.. Enumerable.Range(last - count + 1, count)];
    }

    /// <summary>The office's next numbers of printed slips of a register, in order.</summary>
    public static async Task<IReadOnlyList<int>> NextSlipNumbersAsync(this OfficeDb db, Office office, RegisterKind kind, int count)
    {
        var last = await NextAsync(db, $"slip {kind} {office.Code}", count);
        return [.. Enumerable.Range(last - count + 1, count)];
    }

    /// <summary>The office's next number of a tip.</summary>
    public static Task<int> NextTipNumberAsync(this OfficeDb db, Office office) => NextAsync(db, $"tip {office.Code}");

    /// <summary>The office's next package number.</summary>
    public static Task<int> NextPackageNumberAsync(this OfficeDb db, Office office) => NextAsync(db, Packages(office));

    /// <summary>Raises the series to this number: the township may hold packages made after the backup that was restored.</summary>
    public static Task RaisePackageNumberAsync(this OfficeDb db, Office office, int last)
    {
        var series = Packages(office);
        return db.Database.ExecuteSqlInterpolatedAsync(
            $"""
            INSERT INTO "Series" AS series ("Name", "Last") VALUES ({series}, {last})
            ON CONFLICT ("Name") DO UPDATE SET "Last" = {last} WHERE series."Last" < {last}
            """);
    }

    private static string Packages(Office office) => $"package {office.Code}";

    private static string DeclarationSeries(Office office, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"declaration {office.Code} {day:yyyyMMdd}");

    private static async Task<int> NextAsync(OfficeDb db, string series, int count = 1)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("a number is taken inside a transaction");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = 
            """
            INSERT INTO "Series" AS series ("Name", "Last") VALUES (@name, @count)
            ON CONFLICT ("Name") DO UPDATE SET "Last" = series."Last" + @count RETURNING "Last"
            """;
        foreach (var (name, value) in (IEnumerable<(string, object)>)[("@name", series), ("@count", count)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    internal sealed class Series
    {
        public string Name { get; init; } = "";

        public int Last { get; init; }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Series>
    {
        public void Configure(EntityTypeBuilder<Series> builder)
        {
            builder.NotAudited("a number is audited with what bears it");
            builder.Retained("编号用到第几号");
            builder.SharedByOffices(greater: nameof(Series.Last));
            builder.ToTable("Series");
            builder.HasKey(series => series.Name);
        }
    }
}
