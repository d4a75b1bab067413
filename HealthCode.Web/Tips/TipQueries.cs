using HealthCode.Domain.Offices;
using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Tips;

/// <summary>Queries of tips that several pages share.</summary>
public static class TipQueries
{
    /// <summary>Most tips that a search shows, on all its pages.</summary>
    public const int MostFound = 300;

    /// <summary>Days in which the same thing may be told twice.</summary>
    public const int DoubleDays = 14;

    private const int MostDoubles = 10;

    /// <summary>The office's own hours; the usual ones until they are changed.</summary>
    public static async Task<TipSettings> TipSettingsAsync(this OfficeDb db, Office office) =>
        await db.TipSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.OfficeCode == office.Code) ?? TipSettings.Usual(office);

    /// <summary>The 辖区表, whoever is still there first.</summary>
    public static async Task<IReadOnlyList<TipArea>> TipAreasAsync(this OfficeDb db, string officeCode) =>
        [.. (await db.TipAreas.AsNoTracking().Where(area => area.OfficeCode == officeCode).OrderBy(area => area.Id).ToListAsync()).OrderBy(area => area.LeftOn is not null)];

    /// <summary>The area in which a place lies today; null where none or several do.</summary>
    public static async Task<TipArea?> TipAreaOfAsync(this OfficeDb db, string officeCode, string place, DateOnly today) =>
        TipAreaMatcher.FindOne((await db.TipAreasAsync(officeCode)).Where(area => area.Serves(today)), place);

    /// <summary>How many are in each state.</summary>
    public static async Task<IReadOnlyDictionary<TipState, int>> TipCountsAsync(this OfficeDb db, string officeCode) =>
        await db.Tips.Where(tip => tip.OfficeCode == officeCode).GroupBy(tip => tip.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count);

    /// <summary>The board.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="officeCode">The office.</param>
    /// <param name="state">One state; null for all that are still to be dealt with.</param>
    public static IQueryable<TipRow> TipBoard(this OfficeDb db, string officeCode, TipState? state) =>
        RowsOf(db.Tips.Where(tip => tip.OfficeCode == officeCode && (state == null ? tip.State < TipState.Reported : tip.State == state)));

    /// <summary>Tips in whose number, kind, place or description the words stand, the newest first.</summary>
    /// <remarks>Place and description are encrypted, so they are read one after the other until enough are found.</remarks>
    public static async Task<IReadOnlyList<TipRow>> FindTipsAsync(this OfficeDb db, string officeCode, string words, int most)
    {
        var wanted = TipAreaMatcher.Plain(words);
        List<long> found = [];
        await foreach (var tip in db.Tips.Where(tip => tip.OfficeCode == officeCode).OrderByDescending(tip => tip.Id)
            .Select(tip => new { tip.Id, tip.Number, tip.Kind, tip.Topic, tip.Place, tip.Description }).AsAsyncEnumerable())
        {
            if (new[] { $"{tip.Number:0000}", tip.Kind.ChineseName(), tip.Topic, tip.Place, tip.Description }.Any(text => TipAreaMatcher.Plain(text).Contains(wanted, StringComparison.Ordinal)))
            {
                found.Add(tip.Id);
            }

            if (found.Count >= most)
            {
                break;
            }
        }

        return await RowsOf(db.Tips.Where(tip => found.Contains(tip.Id)).OrderByDescending(tip => tip.Id)).ToListAsync();
    }

    /// <summary>双报: tips of the last days that may tell the same thing: of the same place, or of the same area, kind and topic.</summary>
    public static async Task<IReadOnlyList<TipRow>> DoublesOfAsync(this OfficeDb db, Tip tip)
    {
        var (code, id, key, area, kind, topic) = (tip.OfficeCode, tip.Id, tip.PlaceKey, tip.AreaId, tip.Kind, tip.Topic);
        var (first, last) = (tip.ReceivedAt.AddDays(-DoubleDays), tip.ReceivedAt.AddDays(DoubleDays));
        return await RowsOf(db.Tips
            .Where(other => other.OfficeCode == code && other.Id != id && other.State <= TipState.Visited && other.ReceivedAt >= first && other.ReceivedAt <= last
                && (other.PlaceKey == key || (area != null && other.AreaId == area && other.Kind == kind && other.Topic == topic)))
            .OrderByDescending(other => other.PlaceKey == key).ThenByDescending(other => other.Id).Take(MostDoubles)).ToListAsync();
    }

    /// <summary>The tips that go with this one.</summary>
    public static async Task<IReadOnlyList<TipRow>> LinkedToAsync(this OfficeDb db, long id) =>
        await RowsOf(db.Tips.Where(tip => tip.LinkedToId == id).OrderBy(tip => tip.Id)).ToListAsync();

    private static IQueryable<TipRow> RowsOf(IQueryable<Tip> tips) => tips.Select(tip => new TipRow
    {
        Id = tip.Id, Number = tip.Number, Kind = tip.Kind, Topic = tip.Topic, State = tip.State, Place = tip.Place, AreaId = tip.AreaId, IsNamed = tip.IsNamed, ReceivedAt = tip.ReceivedAt, DueAt = tip.DueAt,
    });
}

/// <summary>A tip as lists show it.</summary>
public sealed record TipRow
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>编号.</summary>
    public required int Number { get; init; }

    /// <summary>线索 or 监督.</summary>
    public required TipKind Kind { get; init; }

    /// <summary>上报类型.</summary>
    public required string Topic { get; init; }

    /// <summary>状态.</summary>
    public required TipState State { get; init; }

    /// <summary>所在地 in full; lists mask it.</summary>
    public required string Place { get; init; }

    /// <summary>辖区.</summary>
    public required long? AreaId { get; init; }

    /// <summary>实名.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>受理.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The moment of the next step.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>线索, or the topic of a 监督.</summary>
    public string What => Topic.Length > 0 ? Topic : Kind.ChineseName();
}
