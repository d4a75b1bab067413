using System.Net;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>管理员电脑 — where the three administrators may sign in.</summary>
public sealed class AddressesModel(OfficeDb db, AdministratorPcs pcs) : PageModel
{
    [BindProperty]
    public AddressInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public IReadOnlyList<AdministratorPc> Listed { get; private set; } = [];

    /// <summary>The PC this page is looked at from.</summary>
    public string Here => From is { } from ? AddressRange.Plain(from).ToString() : "服务器本机";

    private IPAddress? From => HttpContext.Connection.RemoteIpAddress;

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync() => ModelState.IsValid
        ? await ChangeAsync(() => pcs.AddAsync(Input.Range, LineAttribute.Clean(Input.Note), From), "已加进名单。")
        : await AgainAsync();

    public Task<IActionResult> OnPostRemoveAsync(int id)
    {
        ModelState.Clear();
        return ChangeAsync(() => pcs.RemoveAsync(id, From), "已移出名单。");
    }

    private async Task<IActionResult> ChangeAsync(Func<Task> change, string done)
    {
        try
        {
            await db.InOneTransaction(change);
            StatusMessage = done;
            return RedirectToPage();
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return await AgainAsync();
        }
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => Listed = await db.AdministratorPcs.AsNoTracking().OrderBy(pc => pc.Id).ToListAsync();
}
