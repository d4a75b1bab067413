using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Audit;

/// <summary>审计 — newest first, by day and user.</summary>
[BindProperties(SupportsGet = true)]
public sealed class IndexModel(OfficeDb db) : PageModel
{
    private const int OnePage = 100;

    [Display(Name = "日期")]
    public DateOnly? Day { get; set; }

    [Display(Name = "登录名"), StringLength(50)]
    public string? UserName { get; set; }

    /// <summary>Records before this one.</summary>
    public long? From { get; set; }

    [BindNever]
    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    /// <summary>Where the next page begins, or null when this is the last.</summary>
    [BindNever]
    public long? Before { get; private set; }

    public async Task OnGetAsync()
    {
        var records = db.AuditRecords.AsNoTracking();
        if (Day is { } day)
        {
            var (first, next) = (OfficeClock.StartOf(day), OfficeClock.StartOf(day.AddDays(1)));
            records = records.Where(record => record.At >= first && record.At < next);
        }

        if (!string.IsNullOrWhiteSpace(UserName))
        {
            records = records.Where(record => record.UserName == UserName.Trim());
        }

        if (From is { } from)
        {
            records = records.Where(record => record.Id < from);
        }

        Records = await records.OrderByDescending(record => record.Id).Take(OnePage).ToListAsync();
        Before = Records.Count == OnePage ? Records[^1].Id : null;
    }
}
