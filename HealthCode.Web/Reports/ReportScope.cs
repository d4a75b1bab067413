using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>报表范围 — which days, whose papers, and whether names and numbers are masked.</summary>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day, counted in.</param>
/// <param name="Now">When it is drawn up.</param>
public sealed record ReportScope(DateOnly FirstDay, DateOnly LastDay, DateTimeOffset Now)
{
    /// <summary>One office; null for all within the desk's reach.</summary>
    public string? OfficeCode { get; init; }

    /// <summary>脱敏; only a permitted and reasoned export is whole.</summary>
    public Masking Masking { get; init; } = Masking.WithNames;

    /// <summary>The day it is drawn up.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The first moment.</summary>
    public DateTimeOffset Begin => OfficeClock.StartOf(FirstDay);

    /// <summary>The first moment that is not counted any more.</summary>
    public DateTimeOffset End => OfficeClock.StartOf(LastDay.AddDays(1));

    /// <summary>2020年3月5日, or 2020年3月1日至3月5日.</summary>
    public string Days => FirstDay == LastDay ? FirstDay.Chinese() : $"{FirstDay.Chinese()}至{LastDay.Chinese()}";

    /// <summary>The papers of the office asked for, or all within reach.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> papers)
        where T : class => OfficeCode is { } code ? papers.Where(paper => EF.Property<string>(paper, nameof(OfficeCode)) == code) : papers;

    /// <summary>The decisions on papers of the office asked for, or on all within reach.</summary>
    public IQueryable<DecisionWithDeclaration> Of(IQueryable<DecisionWithDeclaration> decided) => OfficeCode is { } code ? decided.Where(each => each.Form.OfficeCode == code) : decided;

    /// <summary>The offices themselves.</summary>
    public IQueryable<Office> Offices(OfficeDb db) => db.OfficesWithinReach.AsNoTracking().Where(office => OfficeCode == null || office.Code == OfficeCode);

    /// <summary>The rule pack of the offices themselves. Those of a township lie in one province, so the first speaks for all; without any there is nothing to report, and the first pack will do.</summary>
    public async Task<RulePack> PackAsync(OfficeDb db, CancellationToken cancellationToken = default) =>
        (await Offices(db).OrderBy(office => office.Code).FirstOrDefaultAsync(cancellationToken))?.RulesOn(LastDay) ?? RulePacks.All[0];
}
