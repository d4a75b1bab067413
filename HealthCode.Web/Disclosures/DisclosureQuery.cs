using HealthCode.Domain.Auditing;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Reports;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Disclosures;

/// <summary>谁看过我的信息 — finds in the audit who accessed one resident's data, including exports of whole ledgers that contain him (PIPL 44,
/// 45).</summary>
public sealed class DisclosureQuery(OfficeDb db)
{
    /// <summary>Finds the data of the person with this identity document.</summary>
    /// <param name="paper">As typed now; an invalid number is searched for as it is.</param>
    /// <param name="name">Distinguishes people who share a number saved despite an error; null if the name was not asked.</param>
    public async Task<DisclosureSubject> PapersOfAsync(IdentityDocument paper, PersonName? name)
    {
        var forms = await db.FormsWithNumberAsync(paper.Number);
        var isShared = forms.Any(form => form.Content.Person.Document.SavedDespiteFault);
        var his = forms.Where(form => isShared && form.Content.Person.Name.Key == name?.Key).Select(form => form.Content.Person.Key);
        var papers = await PapersOfAsync([paper.Key!, .. his], paper.Number);
        // One number under two names: everybody is shown only his own data.
        var others = forms.Where(form => isShared && form.Content.Person.Name.Key != name?.Key).Select(form => form.Id).ToHashSet();
        return papers with { Forms = [.. papers.Forms.Where(form => !others.Contains(form))], MayBeShared = isShared && name is null };
    }

    /// <summary>Finds the data of a person without an identity document.</summary>
    public Task<DisclosureSubject> PapersOfAsync(PersonName name, DateOnly born)
    {
        var none = IdentityDocument.Restore(IdentityDocumentKind.None, "", null, false);
        return PapersOfAsync([.. Enum.GetValues<Sex>().Select(sex => new Person(name, sex, born, none).Key)]);
    }

    /// <summary>Audit description of the newest declaration, or of the roster entry if there is none.</summary>
    public async Task<string> SubjectOfAsync(DisclosureSubject papers)
    {
        if (papers.Forms.Count == 0)
        {
            return papers.Residents.Count > 0 ? $"居民名册 {papers.Residents[^1]}" : (await RegisteredAsync([papers.Entries[^1]]))[0];
        }

        var newest = papers.Forms[^1];
        return db.DescriptionOf(await db.Declarations.AsNoTracking().SingleAsync(form => form.Id == newest));
    }

    /// <summary>All accesses to the data, newest first.</summary>
    /// <param name="papers">The person's data.</param>
    /// <param name="office">12-digit code of the office that holds it.</param>
    public async Task<IReadOnlyList<DisclosureEntry>> FollowAsync(DisclosureSubject papers, string office)
    {
        var forms = await db.Declarations.AsNoTracking().Include(form => form.Decisions).Where(form => papers.Forms.Contains(form.Id)).ToListAsync();
        var passes = await db.Passes.AsNoTracking().Where(pass => papers.Forms.Contains(pass.DeclarationId)).ToListAsync();
        var days = forms.Select(form => form.SubmittedOn).Concat(forms.SelectMany(form => form.Decisions).Select(decision => decision.DecidedOn))
            .Concat(passes.Select(pass => pass.Validity.FirstDay)).ToHashSet();
        var cards = passes.Select(pass => (forms.Single(form => form.Id == pass.DeclarationId), pass)).ToList();
        var requests = await db.Requests.AsNoTracking().Where(request => request.DeclarationId != null && papers.Forms.Contains(request.DeclarationId.Value)).ToListAsync();
        var subjects = forms.Select(db.DescriptionOf).Concat(passes.Select(db.DescriptionOf))
            .Concat((await RunsOfAsync([.. passes.Select(pass => pass.Id)])).Select(run => $"打印批次 {run}"))
            .Concat(requests.Select(db.DescriptionOf))
            .Concat((await ComplaintsOfAsync([.. passes.Select(pass => pass.Id)])).Select(db.DescriptionOf))
            .Concat(papers.Residents.Select(resident => $"居民名册 {resident}")).Concat(await HealthRecordsOfAsync(papers.Residents)).Concat(await RegisteredAsync(papers.Entries)).Distinct().ToList();
        var records = await db.AuditRecords.AsNoTracking().Where(record => subjects.Contains(record.Subject) || record.Action == "导出" || record.Action == "下载")
            .OrderByDescending(record => record.Id).ToListAsync();
        var archived = await ArchivedAsync(subjects, office);
        records.AddRange(archived.Select(each => each.Record));
        subjects.AddRange(archived.Where(each => each.IsAbout).Select(each => each.Record.Subject).Except(subjects).ToList());
        var contained = await ContainedAsync(papers.Residents);
        foreach (var report in ReportCatalog.All.OfType<RegisterReport>())
        {
            contained[report.Code] = await report.ContainsEntriesAsync(db, papers.Entries);
        }

        contained[new RefusalListReport().Code] = (first, last) => RefusalListReport.Contains(forms, first, last);
        contained[new ComplaintsReport().Code] = await ComplaintsReport.ContainsAsync(db, [.. passes.Select(pass => pass.Id)]);
        return [.. records.Where(record => Reaches(record, office)).Select(record => subjects.Contains(record.Subject) ? Trace(record, record.Detail, false) : Covers(record, days, cards, contained, office) ? Trace(record, WithoutReason(record.Detail), true) : null).OfType<DisclosureEntry>()];
    }

    /// <summary>The same from the time before the office's data were brought into this county, when its rows had other ids.</summary>
    private async Task<IReadOnlyList<(AuditRecord Record, bool IsAbout)>> ArchivedAsync(IReadOnlyList<string> subjects, string office)
    {
        List<(AuditRecord, bool)> found = [];
        foreach (var chain in (await db.ArchivedAuditChains.AsNoTracking().OrderByDescending(chain => chain.Id).ToListAsync()).Where(chain => chain.Covers(office)))
        {
            var there = subjects.Select(chain.SubjectThere).ToHashSet();
            found.AddRange((await AuditQuery.Archived(db, chain.Id).Where(record => there.Contains(record.Subject) || record.Action == "导出" || record.Action == "下载")
                .OrderByDescending(record => record.Id).ToListAsync()).Select(record => (record, there.Contains(record.Subject))));
        }

        return found;
    }

    private async Task<DisclosureSubject> PapersOfAsync(IReadOnlyList<string> keys, string? number = null) => new(
        await db.Declarations.Where(form => keys.Contains(form.PersonKey)).OrderBy(form => form.Id).Select(form => form.Id).ToListAsync(),
        await db.Residents.Where(resident => keys.Contains(resident.PersonKey)).Select(resident => resident.Id).ToListAsync())
    {
        // Also those on which his number stood before a correction.
        Entries = [.. (await db.RegisterEntries.Where(entry => keys.Contains(entry.PersonKey!) || keys.Contains(entry.SubjectKey!)).Select(entry => entry.Id).ToListAsync()).Union(await FormerEntriesAsync(number)).Order()],
    };

    /// <summary>Audit descriptions of what is kept of the health of these residents.</summary>
    private async Task<IEnumerable<string>> HealthRecordsOfAsync(IReadOnlyList<long> residents) => residents.Count == 0 ? [] :
        new List<object>(
        [
            .. await db.HealthStatuses.AsNoTracking().Where(each => residents.Contains(each.ResidentId)).ToListAsync(),
            .. await db.CheckIns.AsNoTracking().Where(each => residents.Contains(each.ResidentId)).ToListAsync(),
            .. await db.ResultCases.AsNoTracking().Where(each => residents.Contains(each.ResidentId)).ToListAsync(),
            .. await db.Observations.AsNoTracking().Where(each => residents.Contains(each.ResidentId)).ToListAsync(),
            .. await db.Visits.AsNoTracking().Where(each => residents.Contains(each.ResidentId)).ToListAsync(),
            .. await db.FollowUps.AsNoTracking().Where(each => each.ResidentId != null && residents.Contains(each.ResidentId.Value)).ToListAsync(),
        ]).Select(db.DescriptionOf);

    private async Task<IReadOnlyList<long>> FormerEntriesAsync(string? number)
    {
        if (number is not { Length: > 4 })
        {
            return [];
        }

        var key = db.HashOf(number);
        return await db.RegisterKeys.Where(each => each.Key == key).Select(each => each.EntryId).Distinct().ToListAsync();
    }

    /// <summary>Audit descriptions of entries of registers, and of the units on whose roll they stand.</summary>
    private async Task<IReadOnlyList<string>> RegisteredAsync(IReadOnlyList<long> entries)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var found = await db.RegisterEntries.AsNoTracking().Where(entry => entries.Contains(entry.Id)).ToListAsync();
        var units = found.Where(entry => entry.Kind == RegisterKind.Work).Select(entry => entry.FacilityId).Distinct().ToList();
        return [.. found.Select(db.DescriptionOf), .. (await db.Facilities.AsNoTracking().Where(facility => units.Contains(facility.Id)).ToListAsync()).Select(db.DescriptionOf)];
    }

    /// <summary>不予认可 that were told with one of these cards.</summary>
    private async Task<IEnumerable<object>> ComplaintsOfAsync(List<long> cards) => cards.Count == 0 ? [] :
        await db.Complaints.AsNoTracking().Where(complaint => complaint.PassId != null && cards.Contains(complaint.PassId.Value)).ToListAsync();

    /// <summary>Ids of all print runs that contained these cards, including checked ones.</summary>
    private async Task<IEnumerable<long>> RunsOfAsync(HashSet<long> cards) => cards.Count == 0 ? [] :
        (await db.PrintRuns.AsNoTracking().SelectMany(run => run.Sheets, (run, sheet) => new { run.Id, sheet.Places }).ToListAsync())
        .Where(sheet => sheet.Places.Any(place => place is { } card && cards.Contains(card))).Select(sheet => sheet.Id).Distinct();

    /// <summary>For each report on residents of the roster: whether one of a period can contain the person.</summary>
    private async Task<Dictionary<string, Func<DateOnly, DateOnly, bool>>> ContainedAsync(IReadOnlyList<long> residents)
    {
        Dictionary<string, Func<DateOnly, DateOnly, bool>> contained = [];
        foreach (var report in ReportCatalog.All.OfType<ResidentReport>())
        {
            contained[report.Code] = await report.ContainsAsync(db, residents);
        }

        return contained;
    }

    /// <summary>Whether the actor's scope covered this office.</summary>
    private static bool Reaches(AuditRecord record, string office) => record.OfficeCode is not { } scope || office.StartsWith(scope, StringComparison.Ordinal);

    /// <summary>Whether the record is an export with names for one of these days, or of a package of this office.</summary>
    private static bool Covers(AuditRecord record, HashSet<DateOnly> days, IReadOnlyList<(Declaration Form, HealthPass Card)> cards, Dictionary<string, Func<DateOnly, DateOnly, bool>> contained, string office)
    {
        if (record.Subject.Contains($"报送包 {office} ", StringComparison.Ordinal))
        {
            return record.Action == "导出" || record.Detail.Contains("台账", StringComparison.Ordinal);
        }

        return ReportCatalog.All.FirstOrDefault(report => report.NamesPeople && report.Name == record.Subject) is { } report && Period(record.Detail) is var (first, last)
            && (contained.TryGetValue(report.Code, out var contains) ? contains(first, last)
                : report.Period == ReportPeriod.Today ? cards.Any(his => report.Names(his.Form, his.Card, last)) : days.Any(day => first <= day && day <= last));
    }

    /// <summary>Parses the period in the format of <see cref="ReportScope.Days"/>.</summary>
    private static (DateOnly First, DateOnly Last)? Period(string detail)
    {
        var ends = detail.Split('；')[0].Split('至');
        return TypedDate.TryParse(ends[0], DateOnly.MaxValue, out var first, out _) && TypedDate.TryParse(ends[^1], DateOnly.MaxValue, out var last, out _)
            && first is not null && last is not null ? (first.Value, last.Value) : null;
    }

    /// <summary>Removes the reason of an export, which may concern other people; keeps the period and whether it was masked.</summary>
    private static string WithoutReason(string detail)
    {
        var parts = detail.Split('；');
        var masked = Array.FindIndex(parts, part => part is "脱敏" or "完整");
        return masked < 0 ? detail : string.Join('；', parts.Take(masked + 1));
    }

    private static DisclosureEntry Trace(AuditRecord record, string detail, bool isReport) => new(
        record.At,
        record.StaffName.Length > 0 ? record.StaffName : "系统",
        record.Action + (detail.Length > 0 ? $"（{detail}）" : "") + (record.OnBehalfOf.Length > 0 ? $"，{record.OnBehalfOf}办理" : ""),
        record.Subject)
    {
        Told = DisclosureWords.Of(record, detail, isReport),
    };
}
