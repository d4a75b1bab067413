using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration;

/// <summary>管理 — what the user may open, in three groups: what comes up now and then, who gets in, and what is left when the PC breaks.</summary>
public sealed class IndexModel(OfficeDb db, PageAuthorization authorization) : PageModel
{
    /// <summary>Groups with at least one entry.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<AdministrationEntry> Entries)> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (users, offices, divisions) = (await db.Users.CountAsync(user => !user.IsDisabled), await db.Offices.CountAsync(), await db.Divisions.CountAsync());
        (string Name, AdministrationEntry[] Entries)[] all =
        [
            ("日常",
            [
                new("用户", $"现在 {users} 人能登录。添同事、重设密码、停用。", "/Administration/Users/Index"),
                new("村居", $"{offices} 个。改名称、电话、居民数、体温提示值。", "/Administration/Offices/Index"),
                new("区划名单", $"{divisions} 个单位。导入别的省的省市县乡村名单。", "/Administration/Offices/Divisions"),
                new("定时工作", "到期、日报、续办名单、清理：做成了没有，什么时候再做。", "/Administration/System/Jobs"),
                new("连接别的电脑", "给办公室里别的电脑安装证书，让它们打得开。", "/Account/Certificate"),
                new("电脑时间", "和北京时间核对。时间错了，卡上的日期就错了。", "/Administration/System/Clock"),
            ]),
            ("安全",
            [
                new("权限表", "哪个角色能办什么，印出来贴在墙上。", "/Administration/Users/Permissions"),
                new("管理员电脑", "管理员只能在哪几台电脑上登录。", "/Administration/System/Addresses"),
                new("签发密钥", "卡上二维码的签名，认哪些村居的卡；密钥丢了在这里换。", "/Administration/Keys/Trust"),
                new("数据密钥", "居民资料加密用的密钥，怀疑泄露时在这里换。", "/Administration/Keys/DataKeys"),
                new("审计", "谁在什么时候做了什么。", "/Audit/Index"),
            ]),
            ("备份",
            [
                new("备份", "设口令，现在就备份，拷第二份到 U 盘，看有哪些备份。", "/Administration/Backups/Index"),
            ]),
        ];
        List<(string, IReadOnlyList<AdministrationEntry>)> groups = [];
        foreach (var (name, entries) in all)
        {
            List<AdministrationEntry> open = [];
            foreach (var entry in entries)
            {
                // The certificate is public, but only whoever keeps the server hands it on.
                if (await authorization.OpensAsync(entry.Page) && (entry.Page != "/Account/Certificate" || await authorization.AllowsAsync(Policies.Administration)))
                {
                    open.Add(entry);
                }
            }

            if (open.Count > 0)
            {
                groups.Add((name, open));
            }
        }

        Groups = groups;
    }
}

/// <summary>An entry of 管理.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Says">What is done there.</param>
/// <param name="Page">Its page.</param>
public sealed record AdministrationEntry(string Name, string Says, string Page);
