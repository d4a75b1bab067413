using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;

namespace HealthCode.Web.Reports;

/// <summary>报表 — one ledger or sheet of figures: its name, its columns, where its rows come from, and what each figure means. A new report is one class and one line in the catalogue.</summary>
public abstract class Report
{
    /// <summary>In addresses and on the command line, e.g. <c>daily</c>.</summary>
    public abstract string Code { get; }

    /// <summary>As the office calls it, e.g. 日报表.</summary>
    public abstract string Name { get; }

    /// <summary>One line for whoever looks for it.</summary>
    public abstract string Purpose { get; }

    /// <summary>Whether it names residents: masked then, unless a full one is permitted.</summary>
    public virtual bool NamesPeople => false;

    /// <summary>Whether it sums over several offices, for the township.</summary>
    public virtual bool IsOfTownship => false;

    /// <summary>What it covers: one day, some days, or what stands today.</summary>
    public virtual ReportPeriod Period => ReportPeriod.Days;

    /// <summary>Of a list of what stands today: whether this card and its form stand on the one that is drawn up on a day.</summary>
    public virtual bool Names(Declaration form, HealthPass card, DateOnly day) => false;

    /// <summary>说明 — each figure or column that a reader could take for something else.</summary>
    /// <param name="pack">Of the offices reported on: days and sources are the province's.</param>
    public abstract IReadOnlyList<Definition> Definitions(RulePack pack);

    /// <summary>Its table.</summary>
    /// <param name="db">Seen from the desk that asks; a job sees everything and names the office in the scope.</param>
    /// <param name="scope">Whose, which days, masked or not.</param>
    /// <param name="cancellationToken">The reader has gone.</param>
    public abstract Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default);

    /// <summary>What is said of the days of validity.</summary>
    protected static Definition Validity(string figure, RulePack pack, string more = "") => pack.IssuesPasses
        ? new(figure, pack.Pass.ValiditySentence + more, pack.Pass.Validity.Place)
        : new(figure, DeclarationRules.ProvinceIssuesPasses.Sentence);
}
