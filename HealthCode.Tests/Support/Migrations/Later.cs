using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HealthCode.Tests.Support.Migrations;

/// <summary>A migration such as a later version of the program might have.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("29990101000000_Later")]
public sealed class Later : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Later", "Offices", nullable: true);
}
