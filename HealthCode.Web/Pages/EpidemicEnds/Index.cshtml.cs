using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.EpidemicEnds;

/// <summary>疫情解除 — one person enters the notice, a second one reads it aloud and confirms; shows the destruction record in the end.</summary>
public sealed class IndexModel(OfficeDb db, EpidemicEndAccess ending, CurrentUser currentUser, OfficeClock clock, IDatabaseEngine engine) : OfficePageModel
{
    [FromRoute]
    public string? Code { get; set; }

    [BindProperty]
    public EndInput Input { get; set; } = new();

    public Office Office { get; private set; } = null!;

    /// <summary>All offices, for the administrator of the server; otherwise empty.</summary>
    public IReadOnlyList<Office> Offices { get; private set; } = [];

    /// <summary>The entry that waits for confirmation, or null.</summary>
    public EpidemicEnd? Open { get; private set; }

    public IReadOnlyList<EpidemicEnd> Settled { get; private set; } = [];

    public DestructionRecord? Destroyed { get; private set; }

    /// <summary>Whether the signature of the destruction record is valid; null if there is none.</summary>
    public bool? SignatureHolds { get; private set; }

    /// <summary>Copies of what is destroyed that the program cannot reach, or null.</summary>
    public string? CopiesElsewhere => engine.CopiesElsewhere;

    public DateOnly Today => clock.Today;

    public bool IsMine => Open?.EnteredBy.UserName == currentUser.Staff?.UserName;

    /// <summary>Whether the user may export the figures, i.e. the office is in his scope.</summary>
    public bool HasFigures => currentUser.Reaches(Office.Code);

    public void OnGet()
    {
    }

    /// <summary>登记.</summary>
    public Task<IActionResult> OnPostAsync()
    {
        if (Input.EndsOn is null && !Input.TakesBack)
        {
            ModelState.AddModelError("Input.EndsOn", "请填写疫情解除日。");
        }

        return ChangeAsync(Enter, "已登记，还没有生效。请另一位审核员或系统管理员登录，打开这一页，念一遍再确认。");
    }

    /// <summary>确认.</summary>
    public Task<IActionResult> OnPostConfirmAsync(long id) => ChangeOpenAsync(
        id, end => end.Confirm(Office, Input.ReadAloud, Destroyed, currentUser.Staff!, clock.Now, Today), "已确认，从登记的日子起生效。请打印公告，贴在门口和关口。");

    /// <summary>撤回.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(long id) => ChangeOpenAsync(id, end => end.Withdraw(currentUser.Staff!, clock.Now), "已撤回，什么都没有改变。");

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await ending.FindAsync(Code) is not { } office)
        {
            return NotFound();
        }

        Office = office;
        var entries = await db.EpidemicEnds.IgnoreQueryFilters().Where(end => end.OfficeCode == office.Code).OrderByDescending(end => end.Id).ToListAsync();
        (Open, Settled) = (entries.Find(end => end.IsOpen), entries.FindAll(end => !end.IsOpen));
        Destroyed = await db.DestructionRecords.AsNoTracking().IgnoreQueryFilters().Include(record => record.Steps.OrderBy(step => step.Id)).SingleOrDefaultAsync(record => record.OfficeCode == office.Code);
        return null;
    }

    protected override async Task ShowAsync()
    {
        Offices = await ending.MayEndAnyAsync() ? await db.Offices.AsNoTracking().OrderBy(each => each.Code).ToListAsync() : [];
        var keys = await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().Where(key => key.OfficeCode == Office.Code).ToListAsync();
        SignatureHolds = Destroyed is { Signature.Length: > 0 } record ? keys.Exists(key => RecordSignature.Holds(record.Signature, record.Text, key)) : null;
    }

    private void Enter() => db.EpidemicEnds.Add(EpidemicEnd.Enter(
        Office,
        new(LineAttribute.Clean(Input.Issuer), LineAttribute.Clean(Input.Number), Input.NoticeOn!.Value),
        Input.TakesBack ? null : Input.EndsOn,
        LineAttribute.Clean(Input.Reason),
        Open,
        Destroyed,
        currentUser.Staff!,
        clock.Now,
        Today));

    private Task<IActionResult> ChangeOpenAsync(long id, Action<EpidemicEnd> verb, string done)
    {
        ModelState.Clear();
        return ChangeAsync(
            () =>
            {
                // The entry may have been confirmed, or withdrawn and replaced, since the page was opened.
                EpidemicEndRules.StillOpen.Require(Open?.Id == id);
                verb(Open!);
            },
            done);
    }

    private Task<IActionResult> ChangeAsync(Action change, string done) => SaveAsync(
        () => db.InOneTransactionAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await LoadAsync();
            change();
        }),
        done,
        RedirectToPage(new { code = Office.Code }));
}
