using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>报表范围 — days, offices and masking of a report.</summary>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day, inclusive.</param>
/// <param name="Now">Time of creation.</param>
public sealed record ReportScope(DateOnly FirstDay, DateOnly LastDay, DateTimeOffset Now)
{
    /// <summary>A single office; null for all within the user's scope.</summary>
    public string? OfficeCode { get; init; }

    /// <summary>脱敏; not masked only in a permitted export with a stated reason.</summary>
    public Masking Masking { get; init; } = Masking.WithNames;

    /// <summary>Day of creation.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Start of the period, inclusive.</summary>
    public DateTimeOffset Begin => OfficeClock.StartOf(FirstDay);

    /// <summary>End of the period, exclusive.</summary>
    public DateTimeOffset End => OfficeClock.StartOf(LastDay.AddDays(1));

    /// <summary>Text such as 2020年3月5日 or 2020年3月1日至3月5日.</summary>
    public string Days => FirstDay == LastDay ? FirstDay.Chinese() : $"{FirstDay.Chinese()}至{LastDay.Chinese()}";

    /// <summary>Filters entities by the office of the scope.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> papers)
        where T : class => OfficeCode is { } code ? papers.Where(paper => EF.Property<string>(paper, nameof(OfficeCode)) == code) : papers;

    /// <summary>Filters decisions by the office of the scope.</summary>
    public IQueryable<DecisionWithDeclaration> Of(IQueryable<DecisionWithDeclaration> decided) => OfficeCode is { } code ? decided.Where(each => each.Form.OfficeCode == code) : decided;

    /// <summary>The offices of the scope.</summary>
    public IQueryable<Office> Offices(OfficeDb db) => db.OfficesWithinReach.AsNoTracking().Where(office => OfficeCode == null || office.Code == OfficeCode);

    /// <summary>Rule pack of the offices. All are in one province, so that of the first is returned; without offices, any pack.</summary>
    public async Task<RulePack> PackAsync(OfficeDb db, CancellationToken cancellationToken = default) =>
        (await Offices(db).OrderBy(office => office.Code).FirstOrDefaultAsync(cancellationToken))?.RulesOn(LastDay) ?? RulePacks.All[0];
}
