using HealthCode.Domain.Auditing;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>谁看过我的信息 — what the audit knows of one resident's papers, whole ledgers that had him in them included (PIPL 44, 45).</summary>
public sealed class PaperTrail(OfficeDb db)
{
    // A list of cards that end soon is drawn up three days before.
    private const int DaysBeforeEnd = 3;

    /// <summary>The papers of whoever shows this identity paper.</summary>
    public async Task<TrailPapers> PapersOfAsync(IdentityPaper paper)
    {
        var key = paper.Key;
        return new(
            await db.Declarations.Where(form => form.PersonKey == key).OrderBy(form => form.Id).Select(form => form.Id).ToListAsync(),
            await db.Residents.Where(resident => resident.PersonKey == key).Select(resident => resident.Id).ToListAsync());
    }

    /// <summary>What the audit calls the newest of them.</summary>
    public async Task<string> SubjectOfAsync(TrailPapers papers)
    {
        if (papers.Forms.Count == 0)
        {
            return $"居民名册 {papers.Residents[^1]}";
        }

        var newest = papers.Forms[^1];
        return AuditSubjects.Describe(await db.Declarations.AsNoTracking().SingleAsync(form => form.Id == newest))!;
    }

    /// <summary>Everything that was done with them, newest first.</summary>
    /// <param name="papers">His.</param>
    /// <param name="office">Whose papers they are, 12 digits.</param>
    public async Task<IReadOnlyList<PaperTrace>> FollowAsync(TrailPapers papers, string office)
    {
        var forms = await db.Declarations.AsNoTracking().Include(form => form.Decisions).Where(form => papers.Forms.Contains(form.Id)).ToListAsync();
        var passes = await db.Passes.AsNoTracking().Where(pass => papers.Forms.Contains(pass.DeclarationId)).ToListAsync();
        var days = forms.Select(form => form.SubmittedOn).Concat(forms.SelectMany(form => form.Decisions).Select(decision => decision.DecidedOn))
            .Concat(passes.SelectMany(pass => Enumerable.Range(0, DaysBeforeEnd + 1).Select(before => pass.Validity.LastDay.AddDays(-before)).Append(pass.Validity.FirstDay))).ToHashSet();
        var subjects = forms.Select(form => AuditSubjects.Describe(form)!).Concat(passes.Select(pass => AuditSubjects.Describe(pass)!))
            .Concat(passes.Where(pass => pass.PrintRunId is not null).Select(pass => $"打印批次 {pass.PrintRunId}"))
            .Concat(papers.Residents.Select(resident => $"居民名册 {resident}")).Distinct().ToList();
        var records = await db.AuditRecords.AsNoTracking().Where(record => subjects.Contains(record.Subject) || record.Action == "导出" || record.Action == "下载")
            .OrderByDescending(record => record.Id).ToListAsync();
        return [.. records.Where(record => Reaches(record, office) && (subjects.Contains(record.Subject) || Covers(record, days, office))).Select(Trace)];
    }

    /// <summary>Whoever acted reached as far as this office.</summary>
    private static bool Reaches(AuditRecord record, string office) => record.OfficeCode is not { } scope || office.StartsWith(scope, StringComparison.Ordinal);

    /// <summary>Whether a ledger that names people was drawn up over one of these days, or lay in a package of this office.</summary>
    private static bool Covers(AuditRecord record, HashSet<DateOnly> days, string office)
    {
        if (record.Subject.Contains($"报送包 {office} ", StringComparison.Ordinal))
        {
            return record.Action == "导出" || record.Detail.Contains("台账", StringComparison.Ordinal);
        }

        return ReportCatalog.All.Any(report => report.NamesPeople && report.Name == record.Subject)
            && Period(record.Detail) is var (first, last) && days.Any(day => first <= day && day <= last);
    }

    /// <summary>The days as <see cref="ReportScope.Days"/> says them.</summary>
    private static (DateOnly First, DateOnly Last)? Period(string detail)
    {
        var ends = detail.Split('；')[0].Split('至');
        return TypedDate.TryParse(ends[0], DateOnly.MaxValue, out var first, out _) && TypedDate.TryParse(ends[^1], DateOnly.MaxValue, out var last, out _)
            && first is not null && last is not null ? (first.Value, last.Value) : null;
    }

    private static PaperTrace Trace(AuditRecord record) => new(
        record.At,
        record.StaffName.Length > 0 ? record.StaffName : "系统",
        record.Action + (record.Detail.Length > 0 ? $"（{record.Detail}）" : "") + (record.OnBehalfOf.Length > 0 ? $"，{record.OnBehalfOf}办理" : ""),
        record.Subject);
}
