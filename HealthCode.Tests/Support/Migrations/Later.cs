using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HealthCode.Tests.Support.Migrations;

/// <summary>A step that the next version of the program might bring.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("29990101000000_Later")]
public sealed class Later : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Later", "Offices", nullable: true);
}
