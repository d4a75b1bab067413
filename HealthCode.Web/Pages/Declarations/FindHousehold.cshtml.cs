using HealthCode.Domain.Declarations;
using HealthCode.Domain.Residents;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>一户一次办 — finds the household that sits down, by 户号 or by a member; lists the sittings of today and those not finished.</summary>
public sealed class FindHouseholdModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, DraftStore drafts, HolderSearch holders) : OfficePageModel
{
    private const int MostFound = 30;

    /// <summary>What is looked for. Posted, so that no name gets into an address.</summary>
    public string Q { get; private set; } = "";

    public IReadOnlyList<IReadOnlyList<Resident>> Found { get; private set; } = [];

    public IReadOnlyList<DeclarationDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<Declaration>> Today { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostFindAsync(string? q)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return RedirectToPage();
        }

        var office = await db.OfficeAtAsync(currentUser);
        var held = await holders.FindAsync(office.Code, q);
        Q = held is null ? q.Trim() : "扫到的卡";
        var numbered = held ?? await db.HouseholdNumberedAsync(office.Code, Q);
        var named = numbered.Count > 0 || held is not null ? numbered : await db.FindResidentsAsync(office.Code, Q, MostFound);
        List<IReadOnlyList<Resident>> found = [];
        foreach (var one in named.DistinctBy(resident => resident.HouseholdNumber.Length > 0 ? resident.HouseholdNumber : $"#{resident.Id}").Take(MostFound))
        {
            found.Add(await db.HouseholdOfAsync(one));
        }

        Found = found;
        return Page();
    }

    /// <summary>丢弃草稿.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string draft)
    {
        await drafts.DiscardAsync(draft);
        StatusMessage = "草稿已丢弃。";
        return RedirectToPage();
    }

    protected override async Task ShowAsync()
    {
        Drafts = [.. (await drafts.MineAsync()).Where(draft => draft.IsOfHousehold)];
        var today = clock.Today;
        Today =
        [
            .. (await db.Declarations.AsNoTracking().Where(each => each.SittingKey != null && each.SubmittedOn == today).OrderBy(each => each.Id).ToListAsync())
                .GroupBy(each => each.SittingKey).Select(sitting => sitting.ToList()).Reverse(),
        ];
    }
}
