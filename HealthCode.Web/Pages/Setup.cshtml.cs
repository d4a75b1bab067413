using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Hosting;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages;

/// <summary>首次设置 — available once, while there is no office; there is no built-in user and no built-in password.</summary>
public sealed class SetupModel(
    OfficeDb db, DivisionList divisions, EstablishOffice establish, FirstStart first, SetupCode code,
    StaffAccounts accounts, SignInManager<OfficeUser> signIn) : OfficePageModel
{
    /// <summary>Prefix of the form fields of the account that is being created, for error messages.</summary>
    private string _prefix = "Input";

    private OfficeUser? _administrator;

    [BindProperty]
    public SetupInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string[] Unit { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public DivisionCascade? Cascade { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string Place { get; private set; } = "";

    /// <summary>Whether the set-up code has to be entered first, because the request comes from another PC.</summary>
    public bool AsksCode { get; private set; }

    public async Task OnGetAsync()
    {
        if (await establish.ProposeAsync(Code) is { } proposed)
        {
            Input = new() { Code = proposed.Code, Kind = proposed.Kind, OfficialName = proposed.OfficialName, RulePack = proposed.RulePack };
        }
    }

    /// <summary>首次设置码, entered at another PC.</summary>
    public async Task<IActionResult> OnPostCodeAsync(string? setupCode)
    {
        ModelState.Clear();
        if (!AsksCode || await code.TryAllowAsync(HttpContext, setupCode))
        {
            return RedirectToPage();
        }

        ModelState.AddModelError("", await code.IsLockedAsync()
            ? "首次设置码输错的次数太多，不再收了。请在装系统的那台电脑上做首次设置，或者在那台电脑上重新启动程序，用窗口里新的首次设置码。"
            : "首次设置码不对，请照装系统的那台电脑窗口里“首次设置码”一行再输一次。");
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? csv)
    {
        ModelState.Clear();
        if (csv is null)
        {
            Faults = ["请先选择文件。"];
        }
        else
        {
            await using var content = csv.OpenReadStream();
            (var units, Faults) = await divisions.ImportAsync(content, csv.FileName);
            if (Faults.Count == 0)
            {
                StatusMessage = $"已导入 {units} 个单位。下一步：选择村（社区）。";
                return RedirectToPage();
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await TryAsync(() => db.InOneTransactionAsync(SetUpAsync), () => _prefix))
        {
            return Page();
        }

        await signIn.SignInAsync(_administrator!, false);
        StatusMessage = "设置完成。下一步：在“管理”里添加同事，或者直接开始录入。";
        return RedirectToPage("/Index");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await first.IsDoneAsync(db))
        {
            return NotFound();
        }

        AsksCode = !code.Allows(HttpContext);
        if (AsksCode && Handler != "Code")
        {
            ModelState.Clear();
            return Page();
        }

        return null;
    }

    protected override async Task ShowAsync()
    {
        if (!AsksCode)
        {
            Place = await establish.PlaceAsync(Input.Code);
            Cascade = Place.Length == 0 ? await DivisionCascade.FollowAsync(divisions, Unit) : null;
        }
    }

    private async Task SetUpAsync()
    {
        // If two people submit this page at once, the second one gets this error.
        OfficeRules.IsFirst.Require(!await db.Offices.AnyAsync());
        var office = await establish.AddAsync(Input);
        _administrator = await accounts.OpenAsync(
            new() { UserName = LineAttribute.Clean(Input.UserName), StaffName = LineAttribute.Clean(Input.StaffName), OfficeScope = office.Code },
            Input.Password!,
            [Roles.SystemAdministrator, .. Input.AlsoClerk ? (string[])[Roles.Clerk] : [], .. Input.AlsoReviewer ? (string[])[Roles.Reviewer] : []]);
        _prefix = "Input.Security";
        await OpenAsync(Input.Security, office.Code, Roles.SecurityAdministrator);
        _prefix = "Input.Auditor";
        await OpenAsync(Input.Auditor, office.Code, Roles.AuditAdministrator);
    }

    private async Task OpenAsync(ColleagueInput colleague, string office, string role)
    {
        if (colleague.IsGiven)
        {
            await accounts.OpenAsync(
                new() { UserName = LineAttribute.Clean(colleague.UserName), StaffName = LineAttribute.Clean(colleague.StaffName), OfficeScope = office, MustChangePassword = true },
                colleague.Password ?? "",
                [role]);
        }
    }
}
