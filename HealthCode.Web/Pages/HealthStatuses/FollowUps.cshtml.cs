using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>待随访 — who is to be looked after, the one that has waited longest first.</summary>
public sealed class FollowUpsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    private const int MostChoices = 200;

    private static readonly ListOrder<FollowUp> LongestWaitFirst = new ListOrder<FollowUp>(rows => rows.OrderBy(each => each.OpenedAt).ThenBy(each => each.Id), rows => rows.ThenBy(each => each.Id))
        .By("source", each => each.Source).By("opened", each => each.OpenedAt);

    private static readonly ListOrder<FollowUp> NewestFirst = new ListOrder<FollowUp>(rows => rows.OrderByDescending(each => each.ClosedAt), rows => rows.ThenByDescending(each => each.Id))
        .By("source", each => each.Source).By("closed", each => each.ClosedAt);

    private Office _office = null!;

    [BindProperty]
    public FollowUpInput Input { get; set; } = new();

    public Listing<(FollowUp FollowUp, Resident? Resident)> Open { get; private set; } = Listing.None<(FollowUp FollowUp, Resident? Resident)>();

    /// <summary>Those of all pages that can be closed with a sentence.</summary>
    public IReadOnlyList<(FollowUp FollowUp, Resident? Resident)> ToClose { get; private set; } = [];

    /// <summary>Done, the newest first.</summary>
    public Listing<(FollowUp FollowUp, Resident? Resident)> Done { get; private set; } = Listing.None<(FollowUp FollowUp, Resident? Resident)>();

    public DateTimeOffset Now => clock.Now;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(() => db.InOneTransactionAsync(CloseAsync), "已办结。", RedirectToPage(), whole: "Input." + nameof(Input.FollowUpId));

    protected override async Task<IActionResult?> LoadAsync()
    {
        _office = await db.OfficeAtAsync(currentUser);
        return null;
    }

    protected override async Task ShowAsync()
    {
        var all = db.FollowUps.AsNoTracking().Where(each => each.OfficeCode == _office.Code);
        var open = all.Where(each => each.ClosedAt == null);
        Open = await WithResidentsAsync(await Listing.OfAsync(open, LongestWaitFirst, Request));
        ToClose = await WithResidentsAsync(await open.OrderBy(each => each.OpenedAt).ThenBy(each => each.Id).Take(MostChoices).ToListAsync());
        Done = await WithResidentsAsync(await Listing.OfAsync(all.Where(each => each.ClosedAt != null), NewestFirst, Request, "done"));
    }

    private async Task<Listing<(FollowUp FollowUp, Resident? Resident)>> WithResidentsAsync(Listing<FollowUp> followUps)
    {
        var found = (await WithResidentsAsync(followUps.Rows)).ToDictionary(each => each.FollowUp.Id);
        return followUps.Select(each => found[each.Id]);
    }

    private async Task<IReadOnlyList<(FollowUp FollowUp, Resident? Resident)>> WithResidentsAsync(IReadOnlyList<FollowUp> followUps)
    {
        var ids = followUps.Where(each => each.ResidentId is not null).Select(each => each.ResidentId!.Value).Distinct().ToList();
        var residents = await db.Residents.AsNoTracking().Where(resident => ids.Contains(resident.Id)).ToDictionaryAsync(resident => resident.Id);
        return [.. followUps.Select(each => (each, each.ResidentId is { } id ? residents.GetValueOrDefault(id) : null))];
    }

    private async Task CloseAsync()
    {
        await db.RequireNotDestroyedAsync(_office.Code);
        var followUp = await db.FollowUps.SingleOrDefaultAsync(each => each.Id == Input.FollowUpId && each.OfficeCode == _office.Code);
        RuleBrokenException.ThrowIfAny(followUp is null ? [FollowUpRules.Chosen.Broken()] : []);
        followUp!.Close(LineAttribute.Clean(Input.Outcome), currentUser.Staff!, clock.Now);
    }
}
