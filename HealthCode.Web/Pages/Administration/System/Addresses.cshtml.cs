using System.Net;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>管理员电脑 — the addresses from which the three kinds of administrators may sign in.</summary>
public sealed class AddressesModel(OfficeDb db, AdministratorPcs pcs) : OfficePageModel
{
    [BindProperty]
    public AddressInput Input { get; set; } = new();

    public IReadOnlyList<AdministratorPc> Listed { get; private set; } = [];

    /// <summary>The address of the PC that requests this page.</summary>
    public string Here => From is { } from ? AddressRange.Plain(from).ToString() : "服务器本机";

    private IPAddress? From => HttpContext.Connection.RemoteIpAddress;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(() => db.InOneTransactionAsync(() => pcs.AddAsync(Input.Range, LineAttribute.Clean(Input.Note), From)), "已加进名单。", RedirectToPage());

    public Task<IActionResult> OnPostRemoveAsync(int id)
    {
        ModelState.Clear();
        return SaveAsync(() => db.InOneTransactionAsync(() => pcs.RemoveAsync(id, From)), "已移出名单。", RedirectToPage());
    }

    protected override async Task ShowAsync() => Listed = await db.AdministratorPcs.AsNoTracking().OrderBy(pc => pc.Id).ToListAsync();
}
