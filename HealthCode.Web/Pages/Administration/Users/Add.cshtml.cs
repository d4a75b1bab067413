using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>添加用户.</summary>
public sealed class AddModel(OfficeDb db, StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public AddUserInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || !await TryOpenAsync())
        {
            return Page();
        }

        StatusMessage = $"已添加{LineAttribute.Clean(Input.StaffName)}。下一步：把登录名和初始密码当面告诉本人。";
        return RedirectToPage("Index");
    }

    private async Task<bool> TryOpenAsync()
    {
        try
        {
            await db.InOneTransaction(() => accounts.OpenAsync(
                new()
                {
                    UserName = LineAttribute.Clean(Input.UserName), StaffName = LineAttribute.Clean(Input.StaffName),
                    OfficeScope = Input.Scope!, CheckpointId = Input.CheckpointId, MustChangePassword = true,
                },
                Input.Password!, Known(Input.Roles)));
            return true;
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
        }
        catch (AccountRefusedException refused)
        {
            ModelState.Add(refused.Errors);
        }

        return false;
    }

    /// <summary>A forged role name is no role.</summary>
    internal static IReadOnlyList<string> Known(IEnumerable<string> ticked) =>
        [.. Roles.All.Select(role => role.Name).Where(ticked.Contains)];
}
