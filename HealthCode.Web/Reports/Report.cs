using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;

namespace HealthCode.Web.Reports;

/// <summary>报表 — base class of reports: name, columns, rows and definitions of the figures. To add one, write a class and add it to the
/// catalogue.</summary>
public abstract class Report
{
    /// <summary>Natural order: 3组 before 10组, names by pinyin.</summary>
    protected static StringComparer Chinese { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.NumericOrdering);

    /// <summary>Used in URLs and on the command line, e.g. <c>daily</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Display name, e.g. 日报表.</summary>
    public abstract string Name { get; }

    /// <summary>One-line description for the page.</summary>
    public abstract string Purpose { get; }

    /// <summary>Whether it contains residents' data; it is then masked, unless a full export is permitted.</summary>
    public virtual bool NamesPeople => false;

    /// <summary>Whether somebody walks with the printed sheet in his hand: its type is larger.</summary>
    public virtual bool IsCarried => false;

    /// <summary>Whether it covers several offices, for the township.</summary>
    public virtual bool IsOfTownship => false;

    /// <summary>Whether it covers one day, a period, or the current state.</summary>
    public virtual ReportPeriod Period => ReportPeriod.Days;

    /// <summary>Whether the notices of a province know what it lists; an office of any other is not offered it.</summary>
    public virtual bool IsKnown(RulePack pack) => true;

    /// <summary>For a report of the current state: whether the report of the given day contains this card and its declaration.</summary>
    public virtual bool Names(Declaration form, HealthPass card, DateOnly day) => false;

    /// <summary>说明 — definitions of all figures and columns that could be misunderstood.</summary>
    /// <param name="pack">Rule pack of the offices: periods and sources depend on the province.</param>
    public abstract IReadOnlyList<Definition> Definitions(RulePack pack);

    /// <summary>Creates the table.</summary>
    /// <param name="db">Filtered to the current user's scope; in a job unfiltered, so that the office must be set in the scope.</param>
    /// <param name="scope">Offices, days and masking.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    public abstract Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default);

    /// <summary>Definition for the period of validity.</summary>
    protected static Definition Validity(string figure, RulePack pack, string more = "") => pack.IssuesPasses
        ? new(figure, pack.Pass.ValiditySentence + more, pack.Pass.Validity.Place)
        : new(figure, DeclarationRules.ProvinceIssuesPasses.Sentence);
}
